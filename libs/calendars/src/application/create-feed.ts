import { Injectable } from '@nestjs/common';
import { type Actor, Changes, Database, hashToken, newToken, NotAllowed, NotFound, Settings, type Tx } from '@app/platform';
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
      const refused = room && (await this.refuseRoom(tx, room));
      if (refused) return refused;
      const token = newToken();
      const owner = room ? { ...room, kind: 'room' as const } : { organisationId: null, resourceId: null, kind: 'person' as const };
      const feed = await this.store.insert(tx, { ...owner, personId, language: actor.language, tokenHash: hashToken(token) });
      await this.changes.append(tx, { organisationId: room?.organisationId, subjectKind: 'calendar-feed', subjectId: feed.id, version: 1, kind: 'created', personId });
      return { feed, url: feedUrl(this.settings, token) };
    });
  }

  private async refuseRoom(tx: Tx, { organisationId, resourceId }: NonNullable<CreateFeedInput['room']>): Promise<NotAllowed | NotFound | undefined> {
    const refused = refusal(tx.actor, organisationId, { granted: mayFeedRooms(tx.actor, organisationId), action: 'calendar.room' });
    if (refused) return refused;
    return (await this.store.hasRoom(tx, organisationId, resourceId)) ? undefined : new NotFound('room');
  }
}
