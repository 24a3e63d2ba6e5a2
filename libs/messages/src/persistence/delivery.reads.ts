import { Injectable } from '@nestjs/common';
import { type Page, pageOf, type PageRequest, type Tx } from '@app/platform';
import { type DeliveryState } from '../domain/delivery.js';

/** One message as those see it who answer for it; what it says is not shown. */
export interface DeliveryRow {
  readonly id: string;
  readonly organisationId: string;
  readonly personId: string;
  readonly personName: string;
  readonly address: string | null;
  readonly type: string;
  readonly channel: 'mail' | 'notice';
  readonly state: DeliveryState;
  readonly reason: string | null;
  readonly answer: string | null;
  readonly isAddressPaused: boolean;
  readonly attempts: number;
  readonly timesAmbiguous: number;
  readonly dueAt: Date;
  readonly sentAt: Date | null;
}

export interface DeliveryFilter {
  readonly organisationId: string;
  readonly states?: readonly DeliveryState[];
  readonly personId?: string;
}

const SELECT = `
  select m.id, m.organisation_id as "organisationId", m.person_id as "personId", coalesce(trim(p.given_name || ' ' || p.family_name), '') as "personName",
    case when m.channel = 'mail' then coalesce(m.address, own.address, noted.address) end as address, m.type, m.channel, m.state, m.last_error as reason, m.answer, m.last_error in ('ADDRESS_REFUSED', 'ADDRESS_PAUSED') is true as "isAddressPaused",
    m.attempts, m.times_ambiguous as "timesAmbiguous", m.due_at as "dueAt", m.sent_at as "sentAt"
  from message m
  left join profile p on p.organisation_id = m.organisation_id and p.person_id = m.person_id
  left join recipient own on own.person_id = m.person_id and own.organisation_id is null
  left join recipient noted on noted.person_id = m.person_id and noted.organisation_id = m.organisation_id`;

const LIST = `${SELECT}
  where m.organisation_id = $1 and ($2::text[] is null or m.state = any ($2)) and ($3::uuid is null or m.person_id = $3) and ($4::uuid is null or m.id < $4)
  order by m.id desc limit $5`;

const ONE = `${SELECT} where m.id = $1 and m.organisation_id = any ((select app.organisations())::uuid[])`;

const COUNTS = `
  select count(*) filter (where state = 'failed')::int as failed, count(*) filter (where state = 'ambiguous')::int as ambiguous,
    count(*) filter (where state in ('due', 'sending') and due_at <= app.now())::int as due
  from message where organisation_id = $1 and state in ('failed', 'ambiguous', 'due', 'sending')`;

export interface DeliveryCounts {
  readonly failed: number;
  readonly ambiguous: number;
  readonly due: number;
}

@Injectable()
export class DeliveryReads {
  /** The newest first. */
  async list(tx: Tx, filter: DeliveryFilter, page: PageRequest): Promise<Page<DeliveryRow>> {
    const rows = await tx.query<DeliveryRow>(LIST, [filter.organisationId, filter.states ?? null, filter.personId ?? null, page.after?.[0] ?? null, page.first + 1]);
    return pageOf(rows, page.first);
  }

  async one(tx: Tx, id: string): Promise<DeliveryRow | undefined> {
    const [row] = await tx.query<DeliveryRow>(ONE, [id]);
    return row;
  }

  async counts(tx: Tx, organisationId: string): Promise<DeliveryCounts> {
    const [row] = await tx.query<DeliveryCounts>(COUNTS, [organisationId]);
    return row ?? { failed: 0, ambiguous: 0, due: 0 };
  }
}
