import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hashToken } from '@app/platform';
import { calendarEvent } from '../domain/feed-events.js';
import { writeCalendar } from '../domain/icalendar.js';
import { FeedReads } from '../persistence/feed.reads.js';

export type ServedFeed =
  | { readonly kind: 'found'; readonly body: string; readonly etag: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'too-many-guesses'; readonly retryAfter: number };

/** 256 bits as we write them; anything else was never a token of ours. */
const TOKEN = /^[\w-]{43}$/;
const MOST_GUESSES = 30;

/**
 * What a calendar program reads under an address. A right token is served however many wrong ones came from its network (a whole school may
 * stand behind one address); who guesses on gets no answer about the token any more.
 */
@Injectable()
export class ServeFeed {
  constructor(private readonly reads: FeedReads) {}

  async execute(token: string, network: string): Promise<ServedFeed> {
    const feed = TOKEN.test(token) ? await this.reads.find(hashToken(token)) : undefined;
    if (!feed) {
      const retryAfter = await this.reads.countGuess(network, MOST_GUESSES);
      return retryAfter > 0 ? { kind: 'too-many-guesses', retryAfter } : { kind: 'unknown' };
    }
    const body = writeCalendar({ name: feed.name ?? 'Tremplin', events: feed.events.map((row) => calendarEvent(row, feed.language)) });
    return { kind: 'found', body, etag: `"${createHash('sha1').update(body).digest('base64url')}"` };
  }
}
