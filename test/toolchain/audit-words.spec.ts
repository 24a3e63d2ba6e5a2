import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '../..');

/** Put together at run time from a kind and a word; everything else stands in the code as it is. */
const composed = [
  ...['room', 'equipment'].flatMap((kind) => ['create', 'update', 'archive', 'created', 'updated', 'archived', 'shared', 'share-ended'].map((word) => `${kind}.${word}`)),
  ...['site.archived', 'site.restored', 'person.suspended'],
  ...['password-changed', 'second-factor-activated', 'second-factor-removed', 'recovery-code-used', 'provider-linked', 'provider-unlinked'].map((event) => `account.${event}`),
];

const literals = (node: ts.Node | undefined): readonly string[] => {
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...literals(node.whenTrue), ...literals(node.whenFalse)];
  return [];
};

const valuesOf = (object: ts.ObjectLiteralExpression): ReadonlyMap<string, ts.Expression> =>
  new Map(object.properties.flatMap((property) => (ts.isPropertyAssignment(property) ? [[property.name.getText(), property.initializer] as const] : [])));

/** "person" and "invited" of a happening that is entered in the journal. */
function happeningOf(values: ReadonlyMap<string, ts.Expression>): readonly string[] {
  const subject = values.get('subject');
  if (!subject || !ts.isObjectLiteralExpression(subject)) return [];
  return literals(valuesOf(subject).get('kind')).flatMap((kind) => literals(values.get('kind')).map((word) => `${kind}.${word}`));
}

/** What one file may enter in the trail: happenings of the journal, entries of its own, and attempts where it hands its refusals on. */
function codesIn(path: string): readonly string[] {
  const text = readFileSync(join(root, path), 'utf8');
  const [journal, audit, refusals] = [/[jJ]ournal\)?\.enter\(|Happening\b/.test(text), /audit\.record\(/.test(text), /\.refusals\(/.test(text)];
  if (!journal && !audit && !refusals) return [];
  const found: string[] = [];
  const readObject = (values: ReadonlyMap<string, ts.Expression>): void => {
    if (journal) found.push(...happeningOf(values));
    if (audit || refusals) found.push(...literals(values.get('action')));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) readObject(valuesOf(node));
    if (refusals && ts.isNewExpression(node) && node.expression.getText() === 'NotAllowed') found.push(...literals(node.arguments?.[0]));
    if (ts.isCallExpression(node) && node.expression.getText() === 'memberToChange') found.push(...literals(node.arguments.at(-1)));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return found;
}

const files = execFileSync('git', ['ls-files', 'libs/*/src/*.ts', 'apps/cli/src/*.ts'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((path) => path && !path.endsWith('.spec.ts') && !path.includes('/migrations/'));

it('every act and attempt that the server enters in the audit trail has its words on the screen', () => {
  const words = readFileSync(join(root, 'apps/web/src/lib/audit-words.ts'), 'utf8');
  const known = new Set([...words.matchAll(/^ {2}'([a-z-]+\.[a-z-]+)': msg`/gm)].map(([, code]) => code));
  const written = new Set([...files.flatMap(codesIn), ...composed].filter((code) => /^[a-z-]+\.[a-z-]+$/.test(code)));
  expect(written.size).toBeGreaterThan(70);
  expect([...written].filter((code) => !known.has(code)).sort()).toEqual([]);
  expect([...known].filter((code) => code && !written.has(code)).sort()).toEqual([]);
});
