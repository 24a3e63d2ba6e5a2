import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type NewMessage, PostMessages } from '@app/messages';
import { type ChangeConsumer, ChangeConsumers, type ChangeWork, type Tx } from '@app/platform';
import { changeNotice } from '../domain/change-notice.js';
import { type CancellationTypes, ChangeNoticeReads } from '../persistence/change-notice.reads.js';

export const SESSION_CHANGED = 'ledger.session-changed';
export const SESSION_CANCELLED = 'ledger.session-cancelled';
export const SESSION_REINSTATED = 'ledger.session-reinstated';
/** What people were told of whether it takes place. */
export const CANCELLATIONS: CancellationTypes = { cancelled: SESSION_CANCELLED, reinstated: SESSION_REINSTATED };

type PersonlessMessage = Omit<NewMessage, 'personId'>;
type MessageFrame = Pick<PersonlessMessage, 'organisationId' | 'subject' | 'dueAt' | 'notAfter'>;

/**
 * Tells those concerned that something was moved, cancelled or brought back: one mail and one notice for each person and batch of changes,
 * worded when they leave. What was not told yet is not told twice, and what is moved or brought back in time is not told at all.
 */
@Injectable()
export class TellAttendees implements ChangeConsumer, OnModuleInit {
  readonly name = 'ledger.change-notices';
  readonly subjectKinds = ['occurrence'];

  constructor(
    private readonly consumers: ChangeConsumers,
    private readonly reads: ChangeNoticeReads,
    private readonly post: PostMessages,
  ) {}

  onModuleInit(): void {
    this.consumers.register(this);
  }

  async handle(tx: Tx, { organisationId, subjectId, changes }: ChangeWork): Promise<void> {
    const occurrence = await this.reads.now(tx, subjectId);
    if (!organisationId || !occurrence) return;
    const { startedAt, version = occurrence.version, actors } = await this.reads.batch(tx, subjectId, changes);
    const notice = changeNotice({ ...occurrence, startedAt, changeKinds: changes.map((change) => change.kind) });
    if (notice.tell === 'nothing') return;
    const subject = { kind: 'occurrence', id: subjectId, timingVersion: occurrence.version };
    const frame = { organisationId, subject, dueAt: notice.dueAt, notAfter: notice.notAfter };
    // Whoever did it knows it.
    const people = occurrence.people.filter((personId) => !actors.includes(personId));
    if (notice.tell === 'cancelled') return this.cancellation(tx, frame, people);
    const others = await this.takesPlaceAfterAll(tx, frame, people);
    if (notice.tell === 'changed') await this.change(tx, { ...frame, type: SESSION_CHANGED, rule: ruleOf(version, startedAt ?? occurrence.startsAt, occurrence.startsAt) }, others);
  }

  private send(tx: Tx, message: PersonlessMessage, people: readonly string[]): Promise<void> {
    return this.post.execute(tx, ...onBothWays(message, people));
  }

  /** What was not told yet of earlier changes need not be told any more; who still believes it cancelled heard it before. */
  private async cancellation(tx: Tx, frame: MessageFrame, people: readonly string[]): Promise<void> {
    await this.post.withdraw(tx, { kind: frame.subject.kind, id: frame.subject.id });
    const believers = await this.reads.believersOfCancellation(tx, frame.subject.id, CANCELLATIONS);
    await this.send(tx, { ...frame, type: SESSION_CANCELLED, rule: 'cancelled' }, people.filter((personId) => !believers.has(personId)));
  }

  /** A cancellation that has not left stays untold; whoever heard of it hears that it takes place, when and where. Answers everybody else. */
  private async takesPlaceAfterAll(tx: Tx, frame: MessageFrame, people: readonly string[]): Promise<readonly string[]> {
    await this.reads.withdraw(tx, frame.subject.id, SESSION_CANCELLED);
    const believers = await this.reads.believersOfCancellation(tx, frame.subject.id, CANCELLATIONS);
    await this.send(tx, { ...frame, type: SESSION_REINSTATED, rule: 'reinstated' }, people.filter((personId) => believers.get(personId) === false));
    return people.filter((personId) => !believers.has(personId));
  }

  /** What somebody has not been told yet of an earlier change will say how things are by then; everybody else hears of this one. */
  private async change(tx: Tx, message: PersonlessMessage, people: readonly string[]): Promise<void> {
    const untold = await this.reads.untold(tx, message.subject.id, message.type);
    await this.post.execute(tx, ...onBothWays(message, people).filter(({ personId, channel }) => !untold.some((one) => one.personId === personId && one.channel === channel)));
  }
}

const onBothWays = (message: PersonlessMessage, people: readonly string[]): readonly NewMessage[] =>
  people.flatMap((personId) => (['mail', 'notice'] as const).map((channel) => ({ ...message, personId, channel })));

/** The version that brought the first change and the start that people knew before it: "from" when the start moved, "at" when only the place did. */
function ruleOf(version: number, knownStart: Date, start: Date): string {
  return `v${version} ${knownStart.getTime() === start.getTime() ? 'at' : 'from'} ${knownStart.toISOString()}`;
}

export function readRule(rule: string): { readonly version: number; readonly knownStart: Date; readonly wasMovedInTime: boolean } | undefined {
  const [, version, how, text] = /^v(\d+) (at|from) (\S+)$/.exec(rule) ?? [];
  return text ? { version: Number(version), knownStart: new Date(text), wasMovedInTime: how === 'from' } : undefined;
}
