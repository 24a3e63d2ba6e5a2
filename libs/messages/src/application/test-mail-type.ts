import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Settings, type Tx } from '@app/platform';
import { type MessageTexts, type MessageToLoad, type MessageType, type MessageValues } from '../domain/message.js';
import { MessageTypes } from './message-types.js';

/** The mail with which a centre tries out whether mail arrives (wizard M0, operations M3). */
@Injectable()
export class TestMailType implements MessageType, OnModuleInit {
  readonly type = 'messages.test';
  readonly sample = { organisation: 'MIC', at: new Date('2026-11-23T09:00:00Z'), link: 'https://example.org/' };
  readonly texts: MessageTexts = {
    fr: {
      subject: 'Les messages de {organisation} arrivent bien',
      body: 'Bonjour,\n\nSi vous lisez ces lignes, l’envoi de messages fonctionne. Demandé le {at, date, long} à {at, time, short}.\n\n{link}',
    },
    nl: {
      subject: 'De berichten van {organisation} komen aan',
      body: 'Dag,\n\nLeest u dit, dan werkt het versturen van berichten. Gevraagd op {at, date, long} om {at, time, short}.\n\n{link}',
    },
    de: {
      subject: 'Die Nachrichten von {organisation} kommen an',
      body: 'Guten Tag,\n\nwenn Sie dies lesen, funktioniert der Versand von Nachrichten. Angefordert am {at, date, long} um {at, time, short} Uhr.\n\n{link}',
    },
    en: {
      subject: 'Messages from {organisation} arrive',
      body: 'Hello,\n\nIf you can read this, sending messages works. Asked for on {at, date, long} at {at, time, short}.\n\n{link}',
    },
  };

  constructor(
    private readonly types: MessageTypes,
    private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.types.register(this);
  }

  async load(_tx: Tx, { organisationName = 'Tremplin' }: MessageToLoad): Promise<MessageValues> {
    return { organisation: organisationName, at: new Date(), link: this.settings.publicUrl };
  }
}
