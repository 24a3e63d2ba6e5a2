import { Injectable } from '@nestjs/common';
import { Database, type Language } from '@app/platform';
import { type FeedRow } from '../domain/feed-events.js';

export interface FoundFeed {
  readonly kind: 'person' | 'room';
  readonly language: Language;
  readonly name: string | null;
  readonly events: readonly FeedRow[];
}

const FEED = `select app.calendar_feed($1, interval '60 days', interval '400 days', 2000) as feed`;
const COUNT = `select app.count_attempt($1, $2, interval '10 minutes') as wait`;

/** What a calendar program without sign-in reads, and how often it may guess. */
@Injectable()
export class FeedReads {
  constructor(private readonly database: Database) {}

  async find(tokenHash: Buffer): Promise<FoundFeed | undefined> {
    const [row] = await this.database.statement<{ feed: FoundFeed | null }>(FEED, [tokenHash]);
    return row?.feed ?? undefined;
  }

  /** Counts a guess from a network; answers for how many seconds no more are heard (0: go on). */
  async countGuess(network: string, most: number): Promise<number> {
    const [row] = await this.database.statement<{ wait: number }>(COUNT, [[`calendar ${network}`], [most]]);
    return row?.wait ?? 0;
  }
}
