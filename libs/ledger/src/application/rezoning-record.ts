import { Injectable } from '@nestjs/common';
import { Audit, CoordinatorsOversee, Journal } from '@app/identity';
import { PostMessages } from '@app/messages';
import { type Tx } from '@app/platform';
import { type PlannedTime, type TimeRange } from '../domain/time-range.js';

export const ZONE_CLASHES = 'ledger.zone-clashes';

interface Rezoned extends TimeRange {
  readonly id: string;
  readonly time: PlannedTime;
}

/** What became of a zone's new rules: in the audit trail, and to the coordinators where somebody has to decide. */
@Injectable()
export class RezoningRecord {
  constructor(
    private readonly audit: Audit,
    private readonly journal: Journal,
    private readonly overseers: CoordinatorsOversee,
    private readonly post: PostMessages,
  ) {}

  async moved(tx: Tx, organisationId: string, occurrences: readonly Rezoned[]): Promise<void> {
    await this.audit.record(tx, ...occurrences.map((each) => entry(organisationId, 'occurrence.rezoned', each)));
  }

  async absence(tx: Tx, organisationId: string, absence: TimeRange & { readonly id: string; readonly during: TimeRange }): Promise<void> {
    const facts = { from: absence.from, to: absence.to, newFrom: absence.during.from, newTo: absence.during.to, rules: process.versions.tz };
    await this.journal.enter(tx, { organisationId, subject: { kind: 'absence', id: absence.id }, kind: 'rezoned', facts });
  }

  /** What would clash stays where it was: an entry for each, and one notice to those who can move it. */
  async clashes(tx: Tx, organisationId: string, left: readonly Rezoned[]): Promise<void> {
    await this.audit.record(tx, ...left.map((each) => entry(organisationId, 'occurrence.rezoning-clashed', each)));
    const subject = { kind: 'organisation', id: organisationId };
    const overseers = await this.overseers.of(tx, organisationId);
    await this.post.execute(tx, ...overseers.map((personId) => ({ organisationId, personId, type: ZONE_CLASHES, subject, channel: 'notice' as const, rule: ruleOf(left.length) })));
  }
}

const entry = (organisationId: string, action: string, { id, from, time }: Rezoned) => ({
  ...{ organisationId, action, subject: { kind: 'occurrence', id } },
  facts: { startedAt: from, startsAt: time.from, zone: time.zone, rules: process.versions.tz },
});

/** By whose rules, and how many: with the same figures nobody is told twice. */
const ruleOf = (count: number): string => `zones:${process.versions.tz}:${count}`;

export const countIn = (rule: string | undefined): number => Number(rule?.split(':').at(-1) ?? 0);
