import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { type ReminderRule } from '../domain/rule.js';

/** The rules of one place as they stand. */
export interface RuleSet {
  readonly scopeId: string | null;
  readonly version: number;
  readonly rules: readonly ReminderRule[];
}

const RULES = `(select coalesce(json_agg(case r.trigger
    when 'weekly' then json_build_object('trigger', r.trigger, 'kinds', r.kinds, 'parts', r.parts, 'texts', r.texts, 'weekday', r.weekday, 'at', to_char(r.at_time, 'HH24:MI'))
    else json_build_object('trigger', r.trigger, 'kinds', r.kinds, 'parts', r.parts, 'texts', r.texts, 'firstOnly', r.first_only, 'amount', r.amount, 'unit', r.unit, 'at', to_char(r.at_time, 'HH24:MI')) end
    order by r.position), '[]') from reminder_rule r where r.set_id = s.id)`;
const SETS = `select s.scope_id as "scopeId", s.version, ${RULES} as rules from reminder_set s where s.organisation_id = $1 and (s.scope_id is null or s.scope_id = any ($2))`;
const ALL = `select s.scope_id as "scopeId", s.version, ${RULES} as rules from reminder_set s where s.organisation_id = $1 order by s.scope_id nulls first`;
const LOCK = 'select s.version from reminder_set s where s.organisation_id = $1 and s.scope_id is not distinct from $2 for no key update';
const PUT = `
  insert into reminder_set as s (organisation_id, scope_id, changed_by) values ($1, $2, $3)
  on conflict on constraint reminder_set_place_uq do update set version = s.version + 1, changed_by = excluded.changed_by, changed_at = excluded.changed_at
  returning s.id, s.version`;
const CLEAR = 'delete from reminder_rule where set_id = $1';
const FILL = `
  insert into reminder_rule (organisation_id, set_id, position, trigger, kinds, parts, first_only, amount, unit, weekday, at_time, texts)
  select $1, $2, r.position, r.trigger, r.kinds, r.parts, coalesce(r."firstOnly", false), r.amount, r.unit, r.weekday, r.at, coalesce(r.texts, '{}')
  from jsonb_to_recordset($3::jsonb) as r(position int, trigger text, kinds text[], parts text[], "firstOnly" boolean, amount int, unit text, weekday int, at time, texts jsonb)`;
const REMOVE = 'delete from reminder_set where organisation_id = $1 and scope_id is not distinct from $2';

@Injectable()
export class RuleStore {
  /** The set of the organisation, and those of the scopes named, as far as somebody wrote them. */
  sets(tx: Tx, organisationId: string, scopeIds: readonly string[] = []): Promise<readonly RuleSet[]> {
    return tx.query<RuleSet>(SETS, [organisationId, scopeIds]);
  }

  /** Every set of the organisation, its own first. */
  all(tx: Tx, organisationId: string): Promise<readonly RuleSet[]> {
    return tx.query<RuleSet>(ALL, [organisationId]);
  }

  /** The version that stands; 0 where nobody wrote one. */
  async lock(tx: Tx, organisationId: string, scopeId: string | null): Promise<number> {
    const [row] = await tx.query<{ version: number }>(LOCK, [organisationId, scopeId]);
    return row?.version ?? 0;
  }

  /** Makes the rules of a place be these. */
  async replace(tx: Tx, place: { readonly organisationId: string; readonly scopeId: string | null }, rules: readonly ReminderRule[]): Promise<{ readonly id: string; readonly version: number }> {
    const [set] = await tx.query<{ id: string; version: number }>(PUT, [place.organisationId, place.scopeId, tx.actor.personId ?? null]);
    if (!set) throw new Error('The rules were not written.');
    await tx.query(CLEAR, [set.id]);
    await tx.query(FILL, [place.organisationId, set.id, JSON.stringify(rules.map((rule, position) => ({ ...rule, position })))]);
    return set;
  }

  async remove(tx: Tx, organisationId: string, scopeId: string | null): Promise<void> {
    await tx.query(REMOVE, [organisationId, scopeId]);
  }
}
