import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evaluate, readCbCtt } from '@app/engine';
import { command as replay } from '../commands/engine-replay.command.js';
import { command as solve } from '../commands/engine-solve.command.js';
import { runCli } from '../run-cli.js';

const INSTANCE = `Name: Week
Courses: 3
Rooms: 2
Days: 2
Periods_per_day: 3
Curricula: 1
Constraints: 1

COURSES:
Maths ann 2 2 30
Art ben 1 1 10
Music ben 2 2 20

ROOMS:
A 25
B 40

CURRICULA:
q1 2 Maths Art

UNAVAILABILITY_CONSTRAINTS:
Art 0 0

END.
`;

describe('engine solve and engine replay', () => {
  let folder: string;
  const at = (name: string): string => join(folder, name);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'engine-cli-'));
    writeFileSync(at('week.ctt'), INSTANCE);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  async function type(...words: string[]): Promise<{ code: number; answer: Record<string, unknown>; err: string }> {
    let [out, err] = ['', ''];
    const code = await runCli([...words, '--json'], [solve, replay], { out: (text) => (out += text), err: (text) => (err += text) });
    return { code, answer: JSON.parse(out) as Record<string, unknown>, err };
  }
  const solving = (out: string, ...more: string[]) => type('engine', 'solve', '--format', 'cb-ctt', '--instance', at('week.ctt'), '--out', at(out), ...more);

  it.each(['1', '2'])('with --iterations and %s workers two runs write the same bytes, a replay too, and the answer is what the plan costs', async (workers) => {
    const order = ['--iterations', '60000', '--seed', '3', '--workers', workers];
    const first = await solving('one', ...order);
    await solving('two', ...order);
    expect(readFileSync(at('two'), 'utf8')).toBe(readFileSync(at('one'), 'utf8'));
    expect(await type('engine', 'replay', at('one.run.json'), '--out', at('again'))).toMatchObject({ code: 0 });
    expect(readFileSync(at('again'), 'utf8')).toBe(readFileSync(at('one'), 'utf8'));
    const instance = readCbCtt(INSTANCE);
    const judged = evaluate(instance.model, instance.read(readFileSync(at('one'), 'utf8')));
    expect(first).toMatchObject({ code: 0, answer: { done: true, seed: 3, cost: judged.cost, feasible: judged.feasible, unplaced: 0, secondsToFirstFeasible: expect.any(Number) } });
    expect(first.answer['iterations']).toBeGreaterThanOrEqual(60_000);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('%s ends a long search, which writes the best plan so far', async (signal) => {
    const search = solving('best', '--iterations', '1000000000000', '--workers', '1');
    const ended = new Promise<boolean>((resolve) => {
      const timer = setInterval(() => process.listenerCount(signal) > 0 && resolve(process.emit(signal, signal)), 20);
      void search.finally(() => clearInterval(timer));
    });
    expect(await ended).toBe(true);
    expect(await search).toMatchObject({ code: 0, answer: { aborted: true, feasible: true } });
    expect(readFileSync(at('best'), 'utf8').trim().split('\n')).toHaveLength(5);
  });

  it.each<[string, string, RegExp]>([
    ['unreadable', INSTANCE.replace('Maths ann 2', 'Maths ann two'), /week\.ctt: line 10: lectures of Maths: a whole number is expected, found "two"/],
    ['contradictory', INSTANCE.replace('q1 2', 'q1 3'), /week\.ctt: line 19: curriculum q1: 3 courses declared, 2 listed/],
    ['empty', '', /week\.ctt: /],
  ])('a file that is %s is refused with line and cause, and nothing is written', async (_what, text, reason) => {
    writeFileSync(at('week.ctt'), text);
    const { code, answer } = await solving('plan', '--iterations', '1000', '--workers', '1');
    expect({ code, done: answer['done'], reason: (answer['reasons'] as string[]).join('\n') }).toEqual({ code: 1, done: false, reason: expect.stringMatching(reason) });
    expect(readdirSync(folder)).toEqual(['week.ctt']);
  });

  it.each<[string, string[], RegExp]>([
    ['both budgets', ['--iterations', '10', '--seconds', '1'], /either --seconds S or --iterations N/],
    ['no budget', [], /either --seconds S or --iterations N/],
    ['a seed that is no number', ['--iterations', '10', '--seed', 'x'], /--seed takes a whole number/],
    ['no workers', ['--iterations', '10', '--workers', '0'], /--workers takes a whole number from 1/],
  ])('%s is refused before anything is read', async (_what, words, reason) => {
    expect(await solving('plan', ...words)).toMatchObject({ code: 1, answer: { done: false, reasons: [expect.stringMatching(reason)] } });
    expect(existsSync(at('plan'))).toBe(false);
  });

  it('a file that is not there, a format nobody knows and a run that is none are refused', async () => {
    expect(await type('engine', 'solve', '--format', 'cb-ctt', '--instance', at('none'), '--iterations', '1', '--out', at('plan'))).toMatchObject({ code: 1, answer: { reasons: [expect.stringContaining('there is no such file')] } });
    expect(await type('engine', 'solve', '--format', 'chess', '--instance', at('week.ctt'), '--iterations', '1', '--out', at('plan'))).toMatchObject({ code: 1, answer: { reasons: [expect.stringContaining('not "chess"')] } });
    writeFileSync(at('run.json'), '{"seed": 1}');
    expect(await type('engine', 'replay', at('run.json'))).toMatchObject({ code: 1, answer: { reasons: [expect.stringContaining('is not a stored run')] } });
  });
});
