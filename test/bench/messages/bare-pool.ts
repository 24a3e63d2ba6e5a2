import { MessageRenderer, MessageTypes, TestMailType } from '@app/messages';
import { MAIL_CONNECTIONS, Settings } from '@app/platform';
import { createTransport } from 'nodemailer';
import { rateOf, type SinkProcess } from './sink.js';

/** The floor: nodemailer's own pool, with as many connections, the same letter, ready made, and nothing remembered. */
export async function bareRate(sink: SinkProcess, count: number): Promise<number> {
  const renderer = new MessageRenderer(new Settings());
  const type = new TestMailType(new MessageTypes(), new Settings());
  const letter = renderer.letter(type, renderer.word(type, 'fr', type.sample, 'Europe/Brussels'), { to: 'person@example.org', id: '<sample@example.org>', language: 'fr', organisationName: 'Centre' });
  const { hostname, port } = new URL(sink.url);
  const pool = createTransport({ pool: true, host: hostname, port: Number(port), maxConnections: MAIL_CONNECTIONS, maxMessages: Infinity });
  await sink.ask('empty');
  const { subject, text, html } = letter;
  await Promise.all(
    Array.from({ length: count }, (_, n) => pool.sendMail({ from: 'tremplin@example.org', to: `person-${n}@example.org`, messageId: `<bare-${n}@example.org>`, subject, text, html })),
  );
  pool.close();
  return rateOf(await sink.received(count));
}
