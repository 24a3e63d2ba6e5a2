import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { calendarEvent } from '../domain/feed-events.js';
import { writeCalendar } from '../domain/icalendar.js';
import { type FeedAnswer, ReadFeed } from './read-feed.js';

export type ServedFeed = { readonly kind: 'found'; readonly body: string; readonly etag: string } | Exclude<FeedAnswer, { readonly kind: 'found' }>;

/** What a calendar program reads under an address. */
@Injectable()
export class ServeFeed {
  constructor(private readonly read: ReadFeed) {}

  async execute(token: string, network: string): Promise<ServedFeed> {
    const answer = await this.read.execute(token, network);
    if (answer.kind !== 'found') return answer;
    const { feed } = answer;
    const body = writeCalendar({ name: feed.name ?? 'Tremplin', events: feed.events.map((row) => calendarEvent(row, feed.language)) });
    return { kind: 'found', body, etag: `"${createHash('sha1').update(body).digest('base64url')}"` };
  }
}
