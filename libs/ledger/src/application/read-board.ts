import { Injectable } from '@nestjs/common';
import { type Actor, addDays, Database, type Fault, InvalidInput, type NotAllowed, NotFound } from '@app/platform';
import { refusal } from '@app/identity';
import { layOut } from '../domain/board.js';
import { mayReadBoard } from '../domain/ledger.policy.js';
import { type BoardData, BoardReads } from '../persistence/board.reads.js';

export interface ReadBoardInput {
  readonly organisationId: string;
  /** Only what stands at this site (and all staff); undefined: every site. */
  readonly siteId?: string | null;
  /** First day on the wall of the site. */
  readonly from: string;
  /** 7 by default. */
  readonly days?: number;
}

export type Board = ReturnType<typeof layOut<BoardData['rows'][number], BoardData['bookings'][number], BoardData['absences'][number]>>;
export type BoardRow = Board['rows'][number];

const MOST_DAYS = 42;

/** The planning board: who and what is taken by what over some days. */
@Injectable()
export class ReadBoard {
  constructor(
    private readonly database: Database,
    private readonly reads: BoardReads,
  ) {}

  execute(actor: Actor, input: ReadBoardInput): Promise<Board | NotAllowed | NotFound | InvalidInput> {
    return this.database.as(actor, async (tx) => {
      const { organisationId, from, days = 7 } = input;
      const siteId = input.siteId ?? undefined;
      const refused = refusal(actor, organisationId, { granted: mayReadBoard(actor, organisationId), action: 'board.read' });
      if (refused) return refused;
      const faults = faultsOf(from, days);
      if (faults.length > 0) return new InvalidInput(faults);
      const to = addDays(from, days - 1);
      const data = await this.reads.board(tx, { organisationId, siteId, from, to });
      if (siteId && !data.sites.some((site) => site.id === siteId)) return new NotFound('site');
      return layOut(data, { from, to, siteId, language: actor.language });
    });
  }
}

function faultsOf(from: string, days: number): readonly Fault[] {
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) return [{ field: 'days', reason: 'board.days', values: { max: MOST_DAYS } }];
  return from < '2000-01-01' || from > '2099-11-01' ? [{ field: 'from', reason: 'range.out-of-bounds', values: { first: 2000, last: 2099 } }] : [];
}
