import { SmtpSink } from '../../support/smtp-sink.js';

/** A mail server in a process of its own, so that what it costs is not counted with who hands over. Asked over the channel. */
export type SinkQuestion = { readonly ask: 'count' | 'report' | 'empty' | 'down' | 'up' };

export interface SinkReport {
  readonly url: string;
  readonly count: number;
  /** Message-IDs in the order of arrival, and when each came (milliseconds of the wall clock). */
  readonly ids: readonly string[];
  readonly times: readonly number[];
}

const sink = await SmtpSink.open();

async function answer({ ask }: SinkQuestion): Promise<void> {
  if (ask === 'empty') sink.mails.length = 0;
  if (ask === 'down') await sink.down();
  if (ask === 'up') await sink.up();
  const mails = ask === 'report' ? sink.mails : [];
  process.send?.({ url: sink.url, count: sink.mails.length, ids: mails.map(({ messageId }) => messageId), times: mails.map(({ at }) => at) } satisfies SinkReport);
}

process.on('message', (question: SinkQuestion) => void answer(question));
process.on('disconnect', () => process.exit(0));
process.send?.({ url: sink.url, count: 0, ids: [], times: [] } satisfies SinkReport);
