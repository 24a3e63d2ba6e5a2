import { Injectable } from '@nestjs/common';
import { type Actor, Changes, Database, hashToken, newToken, NotAllowed, NotFound, Settings } from '@app/platform';
import { refusal } from '@app/identity';
import { mayFeedRooms } from '../domain/feed.policy.js';
import { type CalendarFeed, CalendarFeedStore } from '../persistence/calendar-feed.store.js';

export interface CreateFeedInput {
  /** A room of this organisation; the own agenda where left out. */
  readonly room?: { readonly organisationId: string; readonly resourceId: string };
}

export interface GivenFeed {
  readonly feed: CalendarFeed;
  /** Shown once: only its hash is kept. */
  readonly url: string;
}

export const feedUrl = (settings: Settings, token: string): string => `${settings.publicUrl}/calendar/${token}.ics`;

/** Makes an address under which a calendar program reads the own agenda, or a room. */
@Injectable()
export class CreateFeed {
  constructor(
    private readonly database: Database,
    private readonly store: CalendarFeedStore,
    private readonly changes: Changes,
    private readonly settings: Settings,
  ) {}

  execute(actor: Actor, { room }: CreateFeedInput): Promise<GivenFeed | NotAllowed | NotFound> {
    return this.database.as<GivenFeed | NotAllowed | NotFound>(actor, async (tx) => {
      const { personId } = actor;
      if (personId === undefined) return new NotAllowed('calendar.subscribe');
      if (room) {
        const refused = refusal(actor, room.organisationId, { granted: mayFeedRooms(actor, room.organisationId), action: 'calendar.room' });
        if (refused) return refused;
        if (!(await this.store.hasRoom(tx, room.organisationId, room.resourceId))) return new NotFound('room');
      }
      const token = newToken();
      const owner = { organisationId: room?.organisationId ?? null, resourceId: room?.resourceId ?? null, kind: room ? ('room' as const) : ('person' as const) };
      const feed = await this.store.insert(tx, { ...owner, personId, language: actor.language, tokenHash: hashToken(token) });
      await this.changes.append(tx, { organisationId: room?.organisationId, subjectKind: 'calendar-feed', subjectId: feed.id, version: 1, kind: 'created', personId });
      return { feed, url: feedUrl(this.settings, token) };
    });
  }
}
