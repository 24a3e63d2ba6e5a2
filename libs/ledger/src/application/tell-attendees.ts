import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type NewMessage, PostMessages } from '@app/messages';
import { type ChangeConsumer, ChangeConsumers, type ChangeWork, type Tx } from '@app/platform';
import { changeNotice } from '../domain/change-notice.js';
import { ChangeNoticeReads } from '../persistence/change-notice.reads.js';

export const SESSION_CHANGED = 'ledger.session-changed';
export const SESSION_CANCELLED = 'ledger.session-cancelled';

type PersonlessMessage = Omit<NewMessage, 'personId'>;
type MessageFrame = Pick<PersonlessMessage, 'organisationId' | 'subject' | 'dueAt' | 'notAfter'>;

/**
 * Tells those concerned that something was moved or cancelled: one mail and one notice for each person and batch of changes, worded when
 * they leave. What was not told yet is not told twice, and what is moved back in time is not told at all.
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
    const { startedAt, actors } = await this.reads.batch(tx, subjectId, changes);
    const notice = changeNotice({ ...occurrence, startedAt, changeKinds: changes.map((change) => change.kind) });
    if (notice.tell === 'nothing') return;
    const subject = { kind: 'occurrence', id: subjectId, timingVersion: occurrence.version };
    const frame = { organisationId, subject, dueAt: notice.dueAt, notAfter: notice.notAfter };
    const message = notice.tell === 'cancelled' ? await this.cancellation(tx, frame) : await this.change(tx, frame, ruleOf(occurrence.version, startedAt ?? occurrence.startsAt, occurrence.startsAt));
    // Whoever did it knows it.
    const people = occurrence.people.filter((personId) => !actors.includes(personId));
    await this.post.execute(tx, ...people.flatMap((personId) => [{ ...message, personId }, { ...message, personId, channel: 'notice' as const }]));
  }

  /** What was not told yet of earlier changes need not be told any more. */
  private async cancellation(tx: Tx, frame: MessageFrame): Promise<PersonlessMessage> {
    await this.post.withdraw(tx, { kind: frame.subject.kind, id: frame.subject.id });
    return { ...frame, type: SESSION_CANCELLED, rule: 'cancelled' };
  }

  /** A message about an earlier change that has not left will say how things are by then: this change joins it, under its key. */
  private async change(tx: Tx, frame: MessageFrame, rule: string): Promise<PersonlessMessage> {
    const [untold] = await tx.query<{ rule: string; version: number }>(
      `select rule, timing_version as version from message where subject_kind = 'occurrence' and subject_id = $1 and type = $2 and state in ('due', 'held') order by id desc limit 1`,
      [frame.subject.id, SESSION_CHANGED],
    );
    if (!untold) return { ...frame, type: SESSION_CHANGED, rule };
    return { ...frame, type: SESSION_CHANGED, rule: untold.rule, subject: { ...frame.subject, timingVersion: untold.version } };
  }
}

/** The version that brought the change and the start that people knew before it: "from" when the start moved, "at" when only the place did. */
function ruleOf(version: number, knownStart: Date, start: Date): string {
  return `v${version} ${knownStart.getTime() === start.getTime() ? 'at' : 'from'} ${knownStart.toISOString()}`;
}

export function readRule(rule: string): { readonly version: number; readonly knownStart: Date; readonly wasMovedInTime: boolean } | undefined {
  const [, version, how, text] = /^v(\d+) (at|from) (\S+)$/.exec(rule) ?? [];
  return text ? { version: Number(version), knownStart: new Date(text), wasMovedInTime: how === 'from' } : undefined;
}
