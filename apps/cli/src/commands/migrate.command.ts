import { type CliCommand, done } from '../command.js';

export const command: CliCommand = {
  name: 'migrate',
  summary: 'Brings the database to the present schema; safe to run twice and by several at once.',
  run: async ({ io, settings }) => {
    const { withDatabase } = await import('../installation/open-database.js');
    const { migrate } = await import('@app/schema');
    const ran = await withDatabase(settings(), io, 'migrate', (addresses) => migrate(addresses));
    io.say(ran.length === 0 ? 'The database is up to date.' : `Ran ${ran.length} migrations: ${ran.join(', ')}.`);
    return done({ ran });
  },
};
