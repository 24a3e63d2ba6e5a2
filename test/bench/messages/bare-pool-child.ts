import { MessageRenderer, MessageTypes, TestMailType } from '@app/messages';
import { MAIL_CONNECTIONS, Settings } from '@app/platform';
import { createTransport } from 'nodemailer';

/** Where to hand over, and how many. */
const [url = '', count = '0'] = process.argv.slice(2);

const renderer = new MessageRenderer(new Settings());
const type = new TestMailType(new MessageTypes(), new Settings());
const { subject, text, html } = renderer.letter(type, renderer.word(type, 'fr', type.sample, 'Europe/Brussels'), { to: 'person@example.org', id: '<sample@example.org>', language: 'fr', organisationName: 'Centre' });
const { hostname, port } = new URL(url);
const pool = createTransport({ pool: true, host: hostname, port: Number(port), maxConnections: MAIL_CONNECTIONS, maxMessages: Infinity });
await Promise.all(
  Array.from({ length: Number(count) }, (_, n) => pool.sendMail({ from: 'tremplin@example.org', to: `person-${n}@example.org`, messageId: `<bare-${n}@example.org>`, subject, text, html })),
);
pool.close();
