import { Injectable } from '@nestjs/common';
import { type Language, type Letter, Settings, Texts } from '@app/platform';
import { htmlLetter, textLetter } from '../domain/letter-layout.js';
import { type MessageType, type MessageValues, type ToldTogether } from '../domain/message.js';
import { letterTexts } from '../texts/letter-texts.js';

/** Subject and body in one language, as a person reads them. */
export interface WordedMessage {
  readonly subject: string;
  readonly body: string;
  readonly link?: string;
  /** An iCalendar object that goes along (the value named `calendar`). */
  readonly calendar?: string;
}

/** Who gets a worded message, and what stands around it. */
export interface Addressing {
  readonly to: string;
  /** Message-ID, the same at every attempt. */
  readonly id: string;
  readonly language: Language;
  readonly organisationName?: string;
  /** Only for optional kinds. */
  readonly unsubscribeKey?: string;
}

type Wording = Texts<'subject' | 'body'>;

/** Words messages (ICU) and lays them out as letters. */
@Injectable()
export class MessageRenderer {
  private readonly wordings = new WeakMap<MessageType, Wording>();

  constructor(private readonly settings: Settings) {}

  /** Values may carry their own `zone`; otherwise dates are worded in the zone given. Values are data: they never become ICU syntax. */
  word(type: MessageType, language: Language, values: MessageValues, zone: string): WordedMessage {
    const texts = this.wording(type);
    const options = { zone: typeof values['zone'] === 'string' ? values['zone'] : zone };
    const link = values['link'];
    return {
      // A name with a line break stays in one line of the header.
      subject: texts.render('subject', language, values, options).replace(/\s+/g, ' ').trim(),
      body: texts.render('body', language, values, options),
      link: typeof link === 'string' ? link : undefined,
      calendar: typeof values['calendar'] === 'string' ? values['calendar'] : undefined,
    };
  }

  /** The line of a letter that tells of several. */
  line(together: ToldTogether, language: Language, values: MessageValues, zone: string): string {
    const options = { zone: typeof values['zone'] === 'string' ? values['zone'] : zone };
    return together.line.render('line', language, values, options).trim();
  }

  letter(type: MessageType, worded: WordedMessage, addressing: Addressing): Letter {
    const { language, organisationName, unsubscribeKey } = addressing;
    const unsubscribeUrl = type.optional && unsubscribeKey ? `${this.settings.publicUrl}/messages/unsubscribe/${unsubscribeKey}/${encodeURIComponent(type.type)}` : undefined;
    const say = (key: 'open' | 'linkBelow' | 'unsubscribe' | 'preferences') => letterTexts.render(key, language);
    const content = {
      language,
      subject: worded.subject,
      body: worded.body,
      links: worded.link ? [worded.link] : [],
      buttonLabel: say('open'),
      linkBelow: say('linkBelow'),
      footer: [organisationName ? letterTexts.render('sentBy', language, { organisation: organisationName }) : letterTexts.render('sentByTremplin', language)],
      footerLinks: unsubscribeUrl ? [{ label: say('unsubscribe'), url: unsubscribeUrl }, { label: say('preferences'), url: `${this.settings.publicUrl}/me/messages` }] : [],
    };
    return { to: addressing.to, id: addressing.id, subject: worded.subject, text: textLetter(content), html: htmlLetter(content), unsubscribeUrl, calendar: worded.calendar };
  }

  private wording(type: MessageType): Wording {
    const known = this.wordings.get(type);
    if (known) return known;
    const made: Wording = new Texts(type.texts);
    this.wordings.set(type, made);
    return made;
  }
}
