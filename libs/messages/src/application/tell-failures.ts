import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Actor, Database, Settings, type Tx } from '@app/platform';
import { type MessageTexts, type MessageToLoad, type MessageType, type MessageValues } from '../domain/message.js';
import { MessageTypes } from './message-types.js';
import { PostMessages } from './post-messages.js';

/** Who answers for an organisation's messages: implemented by the context that knows memberships. */
export abstract class MessageOverseers {
  abstract of(tx: Tx, organisationId: string): Promise<readonly string[]>;
}

const TELL = `
  with told as (update message set told_at = app.now() where organisation_id = $1 and state = 'failed' and told_at is null returning id)
  select count(*)::int as failed, min(id::text) as first from told`;

/** Tells an organisation's coordinators inside the product that messages could not be delivered: one notice for each lot of failures. */
@Injectable()
export class TellFailures {
  constructor(
    private readonly database: Database,
    private readonly overseers: MessageOverseers,
    private readonly post: PostMessages,
  ) {}

  /** Answers in how many organisations something was told. */
  async execute(): Promise<number> {
    const organisations = await this.database.as(Actor.system(), (tx) => tx.query<{ id: string }>('select app.organisations_with_new_failures() as id'));
    for (const { id } of organisations) await this.database.as(Actor.system(id), (tx) => this.tell(tx, id));
    return organisations.length;
  }

  private async tell(tx: Tx, organisationId: string): Promise<void> {
    const [told] = await tx.query<{ failed: number; first: string }>(TELL, [organisationId]);
    if (!told || told.failed === 0) return;
    const subject = { kind: 'organisation', id: organisationId };
    const overseers = await this.overseers.of(tx, organisationId);
    await this.post.execute(tx, ...overseers.map((personId) => ({ organisationId, personId, type: UNDELIVERED, subject, channel: 'notice' as const, rule: `failed:${told.first}` })));
  }
}

const UNDELIVERED = 'messages.undelivered';
const COUNT = `select count(*)::int as failed from message where organisation_id = $1 and state = 'failed'`;

@Injectable()
export class UndeliveredType implements MessageType, OnModuleInit {
  readonly type = UNDELIVERED;
  readonly sample = { count: 3, link: 'https://example.org/' };
  readonly texts: MessageTexts = {
    fr: {
      subject: '{count, plural, one {Un message n’a pas pu être remis} other {# messages n’ont pas pu être remis}}',
      body: 'Vérifiez les adresses, puis relancez l’envoi ou classez-le sans suite.\n\n{link}',
    },
    nl: {
      subject: '{count, plural, one {Eén bericht kon niet worden afgeleverd} other {# berichten konden niet worden afgeleverd}}',
      body: 'Kijk de adressen na en verstuur opnieuw, of sluit het af.\n\n{link}',
    },
    de: {
      subject: '{count, plural, one {Eine Nachricht konnte nicht zugestellt werden} other {# Nachrichten konnten nicht zugestellt werden}}',
      body: 'Prüfen Sie die Adressen und senden Sie erneut, oder legen Sie die Nachricht ab.\n\n{link}',
    },
    en: {
      subject: '{count, plural, one {One message could not be delivered} other {# messages could not be delivered}}',
      body: 'Check the addresses, then send again or discard.\n\n{link}',
    },
  };

  constructor(
    private readonly types: MessageTypes,
    private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.types.register(this);
  }

  async load(tx: Tx, message: MessageToLoad): Promise<MessageValues | undefined> {
    const [row] = await tx.query<{ failed: number }>(COUNT, [message.organisationId]);
    return row && row.failed > 0 ? { count: row.failed, link: `${this.settings.publicUrl}/operations?tab=deliveries&centre=${message.organisationId}&state=failed` } : undefined;
  }
}
