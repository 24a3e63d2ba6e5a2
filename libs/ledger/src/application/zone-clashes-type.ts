import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type MessageTexts, type MessageToLoad, type MessageType, MessageTypes, type MessageValues } from '@app/messages';
import { Settings, type Tx } from '@app/platform';
import { countIn, ZONE_CLASHES } from './rezoning-record.js';

/** To coordinators: what could not follow a zone's new rules because something else stands there. */
@Injectable()
export class ZoneClashesType implements MessageType, OnModuleInit {
  readonly type = ZONE_CLASHES;
  readonly sample = { count: 2, link: 'https://example.org/' };
  readonly texts: MessageTexts = {
    fr: {
      subject: '{count, plural, one {Une séance est à replacer} other {# séances sont à replacer}} : le fuseau horaire a changé de règles',
      body: 'Les heures affichées restent les mêmes, mais {count, plural, one {une séance entrerait} other {# séances entreraient}} en conflit avec une autre réservation. Déplacez-{count, plural, one {la} other {les}} ou libérez ce qui gêne.\n\n{link}',
    },
    nl: {
      subject: '{count, plural, one {Eén sessie moet worden verplaatst} other {# sessies moeten worden verplaatst}}: de regels van de tijdzone zijn veranderd',
      body: 'De uren op de klok blijven gelijk, maar {count, plural, one {één sessie zou} other {# sessies zouden}} botsen met een andere boeking. Verplaats ze of maak de plaats vrij.\n\n{link}',
    },
    de: {
      subject: '{count, plural, one {Ein Termin ist zu verlegen} other {# Termine sind zu verlegen}}: die Zeitzone hat neue Regeln',
      body: 'Die Uhrzeiten bleiben gleich, doch {count, plural, one {ein Termin würde} other {# Termine würden}} sich mit einer anderen Buchung überschneiden. Verlegen Sie sie, oder machen Sie den Platz frei.\n\n{link}',
    },
    en: {
      subject: '{count, plural, one {One session has} other {# sessions have}} to be moved: the time zone has new rules',
      body: 'Times on the clock stay the same, but {count, plural, one {one session} other {# sessions}} would clash with another booking. Move them, or free what stands in the way.\n\n{link}',
    },
  };

  constructor(
    private readonly types: MessageTypes,
    private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.types.register(this);
  }

  async load(_tx: Tx, message: MessageToLoad): Promise<MessageValues | undefined> {
    return { count: countIn(message.rule), link: `${this.settings.publicUrl}/week` };
  }
}
