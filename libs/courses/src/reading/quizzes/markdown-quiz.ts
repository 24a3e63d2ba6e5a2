import { type List, type ListItem, type Root, type RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { type CurriculumQuestion } from '../../domain/curriculum.js';
import { parseMarkdown } from '../documents/markdown.js';

const RIGHT = /\s*(?:[([](?:correct|right|juist|richtig|juste|bonne r[ée]ponse)[)\]]|✅|✔️?|☑️?)\s*$/iu;
const LETTER = /^([a-h])\s*[).:]\s+/i;
const ANSWER = /^(?:the\s+)?(?:correct\s+|right\s+)?(?:answers?|solutions?|r[ée]ponses?(?:\s+correctes?)?|(?:juist\s+)?antwoord(?:en)?|antworte?n?|l[öo]sung(?:en)?)\s*(?::|=|\bis\b|\best\b)\s*(.+)$/is;

/**
 * Questions of a Markdown text: a heading, paragraph or numbered point, and below it a list of answers. Right are those that are ticked ("[x]"),
 * bold as a whole, marked "(correct)" or ✅, or named by a line "Answer: B". A list without any such mark is no question.
 */
export function markdownQuestions(markdown: string): readonly CurriculumQuestion[] {
  const found: CurriculumQuestion[] = [];
  const tree: Root = parseMarkdown(markdown);
  collect(tree.children, found);
  return found;
}

function collect(nodes: readonly RootContent[], found: CurriculumQuestion[]): void {
  let asked = '';
  for (const [at, node] of nodes.entries()) {
    if (node.type === 'heading' || node.type === 'paragraph') asked = toString(node).trim() || asked;
    else if (node.type === 'list') {
      const question = asked === '' ? undefined : questionOf(asked, node, answerAfter(nodes.slice(at + 1)));
      if (question) found.push(question);
      else for (const item of node.children) collect(item.children, found);
    }
  }
}

/** What is said to be right in the few blocks before the next question. */
function answerAfter(nodes: readonly RootContent[]): string {
  const next = nodes.findIndex(({ type }) => type === 'heading' || type === 'list');
  const said = nodes.slice(0, next < 0 ? 3 : Math.min(next, 3)).map(answerIn).find((one) => one !== undefined);
  return said?.trim().replace(/[.*]+$/, '') ?? '';
}

function answerIn(node: RootContent): string | undefined {
  if (node.type !== 'html') return ANSWER.exec(toString(node).trim())?.[1];
  const text = node.value.replace(/<summary>[^<]*<\/summary>/gi, '').replace(/<[^<>]*>/g, ' ').trim();
  return ANSWER.exec(text)?.[1] ?? (/<details/i.test(node.value) && text !== '' ? text : undefined);
}

function questionOf(asked: string, answers: List, said: string): CurriculumQuestion | undefined {
  if (answers.children.length < 2 || answers.children.some(({ children }) => children.some(({ type }) => type === 'list'))) return undefined;
  const isTicked = answers.children.every(({ checked }) => typeof checked === 'boolean');
  const read = answers.children.map((item, index) => answerOf(item, index, said));
  // Ticks make it a question even where none is set; then its author has forgotten one.
  return isTicked || read.some(({ isRight }) => isRight) ? { text: asked.replace(/^\s*(?:question\s*)?\d+\s*[).:-]\s*/i, '') || asked, answers: read } : undefined;
}

function answerOf(item: ListItem, index: number, said: string): CurriculumQuestion['answers'][number] {
  const whole = toString(item).trim();
  const letter = LETTER.exec(whole)?.[1]?.toLowerCase() ?? String.fromCharCode(97 + index);
  const text = whole.replace(LETTER, '').replace(RIGHT, '').trim();
  return { text, isRight: item.checked === true || isBold(item) || RIGHT.test(whole) || isSaid(said.toLowerCase(), letter, text.toLowerCase()) };
}

function isBold({ children: [paragraph] }: ListItem): boolean {
  return paragraph?.type === 'paragraph' && paragraph.children.length === 1 && paragraph.children[0]?.type === 'strong';
}

/** "B", "b) the second", "A and C", or the answer's own words. */
function isSaid(said: string, letter: string, text: string): boolean {
  if (said === '') return false;
  const named = said.split(/\s*(?:,|;|\band\b|\bet\b|\ben\b|\bund\b|&)\s*/).map((one) => one.replace(/[).:]$/, ''));
  return named.includes(letter) || said === text || LETTER.exec(`${said} `)?.[1] === letter;
}
