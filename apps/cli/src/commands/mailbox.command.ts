import { InvalidArgumentError } from 'commander';
import { type CliCommand, done } from '../command.js';

const port = (text: string): number => {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || number > 65_535) throw new InvalidArgumentError('A port is a number from 1 to 65535.');
  return number;
};

export const command: CliCommand = {
  name: 'mailbox',
  summary: 'Runs the development mailbox alone: takes every mail by SMTP, shows it on a page, passes none on.',
  syntax: (command) =>
    command.option('--host <address>', 'address on which it listens', '127.0.0.1').option('--smtp-port <port>', 'port for SMTP', port, 1025).option('--port <port>', 'port of the page', port, 8025),
  run: async ({ io, options }) => {
    const { Mailbox } = await import('../mailbox/mailbox.js');
    const { aborted, stopSignal } = await import('../start/stop-signal.js');
    const { host, smtpPort, port: webPort } = options as { host: string; smtpPort: number; port: number };
    const stop = stopSignal();
    const mailbox = await Mailbox.open({ host, smtpPort, webPort, names: ['localhost', '127.0.0.1', 'mailbox'] });
    io.say(`Mailbox: ${mailbox.url}, mail to ${mailbox.smtpUrl}`);
    await aborted(stop);
    await mailbox.close();
    return done();
  },
};
