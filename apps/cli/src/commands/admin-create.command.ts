import { type Language, languages } from '@app/platform';
import { Option } from 'commander';
import { type CliCommand, done, type Outcome, refused } from '../command.js';

export const command: CliCommand = {
  name: 'admin create',
  summary: 'Makes the first platform admin without a browser. The password is asked for, or read from standard input.',
  syntax: (command) =>
    command
      .requiredOption('--name <name>', 'as others see it')
      .requiredOption('--email <address>', 'for signing in')
      .addOption(new Option('--language <code>', 'of the interface and of mails').choices([...languages]).default('fr')),
  run: async ({ io, settings: readSettings, options }): Promise<Outcome> => {
    const settings = readSettings();
    const { name, email, language } = options as { name: string; email: string; language: Language };
    const { readPassword } = await import('../admin/read-password.js');
    const { withInstallation } = await import('../installation/with-installation.js');
    const { createAdmin } = await import('../admin/create-admin.js');
    const password = await readPassword(io);
    const reasons = await withInstallation(settings, io, 'admin create', ({ get }) => createAdmin(get, { name, email, password, language }));
    if (reasons.length > 0) return refused(reasons);
    io.say(`${email} can sign in at ${settings.publicUrl} and is platform admin.`);
    return done({ email });
  },
};
