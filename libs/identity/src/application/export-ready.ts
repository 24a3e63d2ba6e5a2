import { Settings, type Tx } from '@app/platform';
import { MessageTypes, PostMessages } from '@app/messages';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { exportReadyTexts } from '../domain/export-ready.texts.js';

const TYPE = 'identity.export-ready';
/** As long as the copy is there. */
const KEPT_DAYS = 7;

/** Tells a person, by mail and as a notice, that the copy of his data can be read. */
@Injectable()
export class ExportReady implements OnModuleInit {
  constructor(
    private readonly types: MessageTypes,
    private readonly postMessages: PostMessages,
    private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    const values = { link: `${this.settings.publicUrl}/me?tab=data`, days: KEPT_DAYS };
    this.types.register({ type: TYPE, texts: exportReadyTexts, sample: values, load: async () => values });
  }

  /** Called twice for one export it tells once: the message has the export's key. */
  async tell(tx: Tx, { exportId, personId }: { exportId: string; personId: string }): Promise<void> {
    const message = { personId, type: TYPE, subject: { kind: 'data-export', id: exportId } };
    await this.postMessages.execute(tx, message, { ...message, channel: 'notice' });
  }
}
