import { Injectable } from '@nestjs/common';
import { type Actor, type Language, languages, type NotAllowed, type NotFound } from '@app/platform';
import { overseeRefusal } from '../domain/message.policy.js';
import { MessageRenderer } from './message-renderer.js';
import { MessageTypes } from './message-types.js';

export interface MessagePreview {
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface MessageTemplate {
  readonly type: string;
  readonly isOptional: boolean;
  readonly previews: readonly MessagePreview[];
}

const SAMPLE_ZONE = 'Europe/Brussels';

/** Every kind of message with its sample values, as it would look in each language. */
@Injectable()
export class PreviewMessages {
  constructor(
    private readonly types: MessageTypes,
    private readonly renderer: MessageRenderer,
  ) {}

  execute(actor: Actor, organisationId: string): readonly MessageTemplate[] | NotAllowed | NotFound {
    const refused = overseeRefusal(actor, organisationId);
    if (refused) return refused;
    const types = [...this.types.all()].sort((a, b) => a.type.localeCompare(b.type));
    return types.map((type) => ({
      type: type.type,
      isOptional: type.optional ?? false,
      previews: languages.map((language) => {
        const worded = this.renderer.word(type, language, typeof type.sample === 'function' ? type.sample(language) : type.sample, SAMPLE_ZONE);
        const { subject, text, html } = this.renderer.letter(type, worded, { to: 'amina@example.org', id: '<sample@example.org>', language });
        return { language, subject, text, html };
      }),
    }));
  }
}
