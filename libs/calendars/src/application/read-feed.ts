import { Injectable } from '@nestjs/common';
import { hashToken } from '@app/platform';
import { FeedReads, type FoundFeed } from '../persistence/feed.reads.js';

export type FeedAnswer = { readonly kind: 'found'; readonly feed: FoundFeed } | { readonly kind: 'unknown' } | { readonly kind: 'too-many-guesses'; readonly retryAfter: number };

/** 256 bits as we write them; anything else was never a token of ours. */
const TOKEN = /^[\w-]{43}$/;
const MOST_GUESSES = 30;

/**
 * What stands behind a token. A right one is served however many wrong ones came from its network (a whole school may stand behind one
 * address); who guesses on gets no answer about the token any more.
 */
@Injectable()
export class ReadFeed {
  constructor(private readonly reads: FeedReads) {}

  async execute(token: string, network: string): Promise<FeedAnswer> {
    const feed = TOKEN.test(token) ? await this.reads.find(hashToken(token)) : undefined;
    if (feed) return { kind: 'found', feed };
    const retryAfter = await this.reads.countGuess(network, MOST_GUESSES);
    return retryAfter > 0 ? { kind: 'too-many-guesses', retryAfter } : { kind: 'unknown' };
  }
}
