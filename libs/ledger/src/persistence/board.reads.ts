import { Injectable } from '@nestjs/common';
import { type Tx } from '@app/platform';
import { type AvailabilityPlan } from '../domain/availability.js';
import { type ResourceKind } from '../domain/claim.js';
import { type SiteCalendar } from '../domain/closures.js';
import { type Absence } from '../domain/ledger-facts.js';

/** What app.board() answers; times are ISO strings of the database. */
export interface BoardData {
  readonly zone: string;
  readonly sites: readonly { readonly id: string; readonly name: string; readonly zone: string; readonly own: boolean; readonly calendars: readonly SiteCalendar[] }[];
  readonly rows: readonly {
    readonly id: string;
    readonly kind: ResourceKind;
    readonly name: string;
    readonly siteId: string | null;
    /** Null for what another organisation shares. */
    readonly version: number | null;
    readonly seats: number | null;
    readonly shared: boolean;
    readonly features: readonly string[];
    readonly roles: readonly string[];
  }[];
  readonly bookings: readonly {
    readonly id: string;
    readonly resourceId: string;
    readonly from: string;
    readonly to: string;
    readonly part: string;
    readonly units: string;
    /** Null, like all that follows, for a booking of another organisation. */
    readonly occurrenceId: string | null;
    readonly title: string | null;
    readonly kind: string | null;
    readonly heldUntil: string | null;
    readonly version: number | null;
    readonly siteId: string | null;
    /** How many people would be told of a change by the person who asks. */
    readonly told: number;
  }[];
  readonly absences: readonly {
    readonly id: string | null;
    readonly resourceId: string;
    readonly from: string;
    readonly to: string;
    readonly kind: Absence['kind'];
    readonly label: string | null;
    readonly version: number | null;
  }[];
  readonly availability: readonly (AvailabilityPlan & { readonly personId: string })[];
}

@Injectable()
export class BoardReads {
  /** Rooms, equipment and staff with all that stands on them from one day to another: one statement. */
  async board(tx: Tx, wanted: { readonly organisationId: string; readonly siteId?: string; readonly from: string; readonly to: string }): Promise<BoardData> {
    const { organisationId, siteId, from, to } = wanted;
    const [row] = await tx.query<{ board: BoardData }>('select app.board($1, $2, $3, $4, $5) as board', [organisationId, siteId ?? null, from, to, tx.actor.language]);
    if (!row) throw new Error('app.board answered no row.');
    return row.board;
  }
}
