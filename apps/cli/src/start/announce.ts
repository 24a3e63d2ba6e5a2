import { type Io } from '../io.js';
import { type Running } from './start.js';

/** What the person who started needs to go on: the address, ways in, the mailbox. */
export function announce(running: Running, io: Io): void {
  io.say('');
  io.say(`Tremplin is ready: ${running.url}`);
  const { demo, setupUrl } = running.waysIn;
  if (demo.length > 0) io.say(`  Demo centre, password ${demo[0]?.password}:`);
  for (const { role, email } of demo) io.say(`    ${role.padEnd(12)} ${email}`);
  if (setupUrl) io.say(`  First platform admin (link works once): ${setupUrl}`);
  if (running.mailbox) io.say(`  Mailbox: ${running.mailbox.url}`);
  io.say(`  Data and logs: ${running.folder.path}`);
  io.say('Stop with Ctrl-C.');
}
