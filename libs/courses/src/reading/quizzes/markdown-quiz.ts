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
      else for (const item of node.children) collect(item.children as RootContent[], found);
    }
  }
}

/** What is said to be right in the few blocks before the next question. */
function answerAfter(nodes: readonly RootContent[]): string {
  for (const node of nodes.slice(0, 3)) {
    if (node.type === 'heading' || node.type === 'list') return '';
    const text = (node.type === 'html' ? node.value.replace(/<summary>.*?<\/summary>/gis, '').replace(/<[^<>]*>/g, ' ') : toString(node)).trim();
    const said = ANSWER.exec(text)?.[1] ?? (node.type === 'html' && /<details/i.test(node.value) && text !== '' ? text : undefined);
    if (said !== undefined) return said.trim().replace(/[.*]+$/, '');
  }
  return '';
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
  const [paragraph] = item.children;
  const isBold = paragraph?.type === 'paragraph' && paragraph.children.length === 1 && paragraph.children[0]?.type === 'strong';
  const named = said.toLowerCase().split(/\s*(?:,|;|\band\b|\bet\b|\ben\b|\bund\b|&)\s*/).map((one) => one.replace(/[).:]$/, ''));
  const isSaid = said !== '' && (named.includes(letter) || said.toLowerCase() === text.toLowerCase() || LETTER.exec(`${said} `)?.[1]?.toLowerCase() === letter);
  return { text, isRight: item.checked === true || isBold || RIGHT.test(whole) || isSaid };
}
