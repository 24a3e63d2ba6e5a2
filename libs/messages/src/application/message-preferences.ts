import { Injectable } from '@nestjs/common';
import { type Actor, Database, type Fault, InvalidInput, isZone, StaleVersion, type Tx } from '@app/platform';
import { type DigestRhythm } from '../domain/digest.js';
import { MessageTypes } from './message-types.js';

/** When and how a person wants to be told; the same in all organisations. */
export interface MessagePreferences {
  /** Wall times "21:30"; both or none. */
  readonly quietFrom?: string | null;
  readonly quietUntil?: string | null;
  readonly zone: string;
  readonly channels: readonly ('mail' | 'notice')[];
  readonly digest: DigestRhythm;
  /** False: quiet hours and digest are as the organisation that writes has them. */
  readonly isOwn: boolean;
  /** Optional kinds that the person switched off. */
  readonly mutedTypes: readonly string[];
}

export interface StoredPreferences extends MessagePreferences {
  /** Kinds that can be switched off. */
  readonly optionalTypes: readonly string[];
  /** 0 until something was chosen. */
  readonly version: number;
}

const READ = `
  select to_char(quiet_from, 'HH24:MI') as "quietFrom", to_char(quiet_until, 'HH24:MI') as "quietUntil", zone, channels, digest, muted_types as "mutedTypes", chosen_at is not null as "isOwn", version
  from recipient where person_id = $1 and organisation_id is null for update`;
const WRITE = `
  insert into recipient as r (person_id, organisation_id, quiet_from, quiet_until, zone, channels, digest, muted_types, chosen_at) values ($1, null, $2, $3, $4, $5, $6, $7, case when $8 then app.now() end)
  on conflict on constraint recipient_person_uq do update set quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, zone = excluded.zone,
    channels = excluded.channels, digest = excluded.digest, muted_types = excluded.muted_types, chosen_at = excluded.chosen_at, version = r.version + 1, changed_at = app.now()`;
const DEFAULTS = { quietFrom: null, quietUntil: null, zone: 'Europe/Brussels', channels: ['mail', 'notice'], digest: 'none', isOwn: false, mutedTypes: [], version: 0 } as const;

/** Quiet hours, channels, digest and switched-off kinds of the person signed in. */
@Injectable()
export class ChooseMessagePreferences {
  constructor(
    private readonly database: Database,
    private readonly types: MessageTypes,
  ) {}

  read(actor: Actor): Promise<StoredPreferences> {
    return this.database.as(actor, (tx) => this.stored(tx, actor));
  }

  execute(actor: Actor, wanted: MessagePreferences & { readonly expectedVersion: number }): Promise<StoredPreferences | StaleVersion | InvalidInput> {
    return this.database.as<StoredPreferences | StaleVersion | InvalidInput>(actor, async (tx) => {
      const faults = this.faultsOf(wanted);
      if (faults.length > 0) return new InvalidInput(faults);
      const { version } = await this.stored(tx, actor);
      if (version !== wanted.expectedVersion) return new StaleVersion(wanted.expectedVersion, version);
      const { quietFrom, quietUntil, digest } = wanted.isOwn ? wanted : DEFAULTS;
      await tx.query(WRITE, [actor.personId, quietFrom ?? null, quietUntil ?? null, wanted.zone, wanted.channels, digest, wanted.mutedTypes, wanted.isOwn]);
      return this.stored(tx, actor);
    });
  }

  private faultsOf(wanted: MessagePreferences): Fault[] {
    const halfSet = (wanted.quietFrom ?? null) === null !== ((wanted.quietUntil ?? null) === null);
    const empty = wanted.quietFrom != null && wanted.quietFrom === wanted.quietUntil;
    const unknown = wanted.mutedTypes.filter((type) => !this.optionalTypes().includes(type));
    return [
      ...(halfSet ? [{ field: wanted.quietFrom == null ? 'quietFrom' : 'quietUntil', reason: 'value.missing' }] : []),
      ...(empty ? [{ field: 'quietUntil', reason: 'quiet-hours.empty' }] : []),
      ...(isZone(wanted.zone) ? [] : [{ field: 'zone', reason: 'zone.unknown' }]),
      ...(unknown.length > 0 ? [{ field: 'mutedTypes', reason: 'value.unknown' }] : []),
    ];
  }

  private async stored(tx: Tx, actor: Actor): Promise<StoredPreferences> {
    const [row] = await tx.query<Omit<StoredPreferences, 'optionalTypes'>>(READ, [actor.personId]);
    return { ...(row ?? DEFAULTS), optionalTypes: this.optionalTypes() };
  }

  private optionalTypes(): readonly string[] {
    return this.types
      .all()
      .filter((type) => type.optional)
      .map((type) => type.type)
      .sort();
  }
}
