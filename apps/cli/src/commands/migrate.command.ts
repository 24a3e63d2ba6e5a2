import { type Call, type CliCommand, done, type Outcome, refused } from '../command.js';

export const command: CliCommand = {
  name: 'migrate',
  summary: 'Brings the database to the present schema; safe to run twice and by several at once.',
  run: async (call: Call): Promise<Outcome> => {
    const { DATABASE_URL, DATABASE_OWNER_URL } = call.settings();
    if (!DATABASE_URL || !DATABASE_OWNER_URL) {
      return refused(['DATABASE_URL and DATABASE_OWNER_URL name the database to migrate: set both.']);
    }
    const { migrate } = await import('@app/schema');
    const ran = await migrate({ ownerUrl: DATABASE_OWNER_URL, appUrl: DATABASE_URL });
    call.io.say(ran.length === 0 ? 'The database is up to date.' : `Ran ${ran.length} migrations: ${ran.join(', ')}.`);
    return done({ ran });
  },
};
