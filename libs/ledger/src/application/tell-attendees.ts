import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PostMessages } from '@app/messages';
import { type ChangeConsumer, ChangeConsumers, type ChangeWork, type Tx } from '@app/platform';
import { changeNotice } from '../domain/change-notice.js';
import { ChangeNoticeReads } from '../persistence/change-notice.reads.js';

export const SESSION_CHANGED = 'ledger.session-changed';
export const SESSION_CANCELLED = 'ledger.session-cancelled';

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
    const known = notice.tell === 'changed' ? await this.untold(tx, subjectId) : undefined;
    if (notice.tell === 'cancelled') await this.post.withdraw(tx, { kind: 'occurrence', id: subjectId });
    const rule = notice.tell === 'cancelled' ? 'cancelled' : (known ?? ruleOf(occurrence.version, startedAt ?? occurrence.startsAt, occurrence.startsAt));
    const message = {
      ...{ organisationId, type: notice.tell === 'cancelled' ? SESSION_CANCELLED : SESSION_CHANGED, rule, dueAt: notice.dueAt, notAfter: notice.notAfter },
      subject: { kind: 'occurrence', id: subjectId, timingVersion: known ? Number(/^v(\d+)/.exec(known)?.[1] ?? 1) : occurrence.version },
    };
    // Whoever did it knows it.
    const people = occurrence.people.filter((personId) => !actors.includes(personId));
    await this.post.execute(tx, ...people.flatMap((personId) => [{ ...message, personId }, { ...message, personId, channel: 'notice' as const }]));
  }

  /** The rule of a message about an earlier change that has not left: it will say how things are by then, and stands for this change too. */
  private async untold(tx: Tx, occurrenceId: string): Promise<string | undefined> {
    const [row] = await tx.query<{ rule: string }>(
      `select rule from message where subject_kind = 'occurrence' and subject_id = $1 and type = $2 and state in ('due', 'held') order by id desc limit 1`,
      [occurrenceId, SESSION_CHANGED],
    );
    return row?.rule;
  }
}

/** The version that brought the change and the start that people knew before it: "from" when the start moved, "at" when only the place did. */
function ruleOf(version: number, knownStart: Date, start: Date): string {
  return `v${version} ${knownStart.getTime() === start.getTime() ? 'at' : 'from'} ${knownStart.toISOString()}`;
}

export function readRule(rule: string): { readonly knownStart: Date; readonly wasMovedInTime: boolean } | undefined {
  const [, how, text] = /^v\d+ (at|from) (\S+)$/.exec(rule) ?? [];
  return text ? { knownStart: new Date(text), wasMovedInTime: how === 'from' } : undefined;
}
