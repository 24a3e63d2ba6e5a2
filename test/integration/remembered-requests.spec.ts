import { createHash, randomUUID } from 'node:crypto';
import { type Actor, type AnswerCodec, isProblem, NotFound, RememberedRequests } from '@app/platform';
import { Make } from '../support/make.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

const plain: AnswerCodec<unknown> = {
  toJson: (answer) => (isProblem(answer) ? { refused: answer.code } : answer),
  fromJson: (json) => json,
};
const wish = (input: string, requestId: string = randomUUID()) => ({ requestId, fingerprint: createHash('sha256').update(input).digest() });

describe('requests that are sent again', () => {
  let test: TestDatabase;
  let requests: RememberedRequests;
  let actor: Actor;
  let organisationId: string;

  beforeAll(async () => {
    test = await openTestDatabase();
    requests = new RememberedRequests(test.database);
    const make = new Make(test);
    const organisation = await make.organisation();
    organisationId = organisation.id;
    actor = await make.actor({ organisation });
  });
  afterAll(() => test.close());

  /** Work that leaves one line in the change log and answers its subject. */
  const work = (subjectId: string, as = actor) => () =>
    test.database.as(as, async (tx) => {
      await test.changes.append(tx, { organisationId, subjectKind: 'room', subjectId, kind: 'created' });
      return { id: subjectId };
    });
  const timesDone = async (subjectId: string) => (await test.asOwner('select from change where subject_id = $1', [subjectId])).length;

  it('does the work once and answers the same again', async () => {
    const id = randomUUID();
    const request = wish('a room');
    expect(await requests.once(actor, request, work(id), plain)).toEqual({ kind: 'done', answer: { id } });
    expect(await requests.once(actor, request, work(id), plain)).toEqual({ kind: 'repeated', answer: { id } });
    expect(await timesDone(id)).toBe(1);
  });

  it('case 45: fifty at once do it once and get one answer', async () => {
    const id = randomUUID();
    const request = wish('a room');
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => requests.once(actor, request, work(id), plain)));
    expect(outcomes.filter((outcome) => outcome.kind === 'done')).toHaveLength(1);
    expect(new Set(outcomes.map((outcome) => JSON.stringify('answer' in outcome && outcome.answer)))).toEqual(new Set([JSON.stringify({ id })]));
    expect(await timesDone(id)).toBe(1);
  });

  it('refuses the same id for another input', async () => {
    const request = wish('a room');
    await requests.once(actor, request, work(randomUUID()), plain);
    const other = randomUUID();
    expect(await requests.once(actor, wish('another room', request.requestId), work(other), plain)).toEqual({ kind: 'reused' });
    expect(await timesDone(other)).toBe(0);
  });

  it('keeps the ids of two people apart', async () => {
    const request = wish('a room');
    const somebody = await new Make(test).actor({ organisation: { id: organisationId } });
    await requests.once(actor, request, work(randomUUID()), plain);
    const id = randomUUID();
    expect(await requests.once(somebody, request, work(id, somebody), plain)).toEqual({ kind: 'done', answer: { id } });
  });

  it('answers a refusal again too', async () => {
    const request = wish('nothing');
    const refuse = () => test.database.as(actor, async () => new NotFound('room'));
    expect(await requests.once(actor, request, refuse, plain)).toMatchObject({ kind: 'done' });
    expect(await requests.once(actor, request, work(randomUUID()), plain)).toEqual({ kind: 'repeated', answer: { refused: 'NOT_FOUND' } });
  });

  it('lets the next try do what broke before it committed', async () => {
    const id = randomUUID();
    const request = wish('a room');
    await expect(requests.once(actor, request, () => Promise.reject(new Error('broken')), plain)).rejects.toThrow('broken');
    expect(await requests.once(actor, request, work(id), plain)).toEqual({ kind: 'done', answer: { id } });
    expect(await timesDone(id)).toBe(1);
  });

  it('case 82: what committed is not done again, although the process died before it answered', async () => {
    const id = randomUUID();
    const request = wish('a room');
    const dies = async () => {
      await work(id)();
      throw new Error('killed after the commit');
    };
    await expect(requests.once(actor, request, dies, plain)).rejects.toThrow('killed');
    expect(await requests.once(actor, request, work(id), plain)).toEqual({ kind: 'repeated', answer: { id } });
    expect(await timesDone(id)).toBe(1);
  });

  it('takes over from a try that fell silent', async () => {
    const id = randomUUID();
    const request = wish('a room');
    await test.asOwner(`insert into remembered_request (actor_id, request_id, fingerprint, lease, lease_until) values ($1, $2, $3, uuidv7(), app.now() - interval '1 second')`, [actor.personId, request.requestId, request.fingerprint]);
    expect(await requests.once(actor, request, work(id), plain)).toEqual({ kind: 'done', answer: { id } });
  });

  it('does not count a transaction that only looked as the work', async () => {
    const id = randomUUID();
    const request = wish('a room');
    const looksAndDies = async () => {
      await test.database.as(actor, (tx) => tx.query('select 1 as looked'));
      throw new Error('killed after looking');
    };
    await expect(requests.once(actor, request, looksAndDies, plain)).rejects.toThrow('killed');
    expect(await requests.once(actor, request, work(id), plain)).toEqual({ kind: 'done', answer: { id } });
  });

  it('forgets after 24 hours', async () => {
    const request = wish('a room');
    await requests.once(actor, request, work(randomUUID()), plain);
    await test.moveClock('25 hours');
    const id = randomUUID();
    expect(await requests.once(actor, request, work(id), plain)).toEqual({ kind: 'done', answer: { id } });
    await test.moveClock('50 hours');
    const [row] = await test.asOwner<{ gone: number }>('select app.forget_requests(1000) as gone');
    expect(row?.gone).toBeGreaterThan(3);
    expect(await test.asOwner('select from remembered_request')).toHaveLength(0);
    await test.moveClock('0');
  });
});
