import { type Io } from '../io.js';
import { type Running } from './start.js';

/** What the person who started needs to go on: the address, ways in, the mailbox. */
export function announce(running: Running, io: Io): void {
  io.say('');
  io.say(`Tremplin is ready: ${running.url}`);
  if (running.waysIn.setupUrl) io.say(`  First platform admin (link works once): ${running.waysIn.setupUrl}`);
  if (running.mailbox) io.say(`  Mailbox: ${running.mailbox.url}`);
  io.say(`  Data and logs: ${running.folder.path}`);
  io.say('Stop with Ctrl-C.');
}
