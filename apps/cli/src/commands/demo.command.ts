import { type CliCommand, done, type Outcome, refused } from '../command.js';

export const command: CliCommand = {
  name: 'demo',
  summary: 'Loads the demo centre, with made-up people in all six roles; --remove takes it away again.',
  syntax: (command) => command.option('--remove', 'remove the demo centre with everything in it'),
  run: async ({ io, settings: readSettings, options }): Promise<Outcome> => {
    const settings = readSettings();
    const { withInstallation } = await import('../installation/with-installation.js');
    const { loadDemo, takeDemoAway } = await import('../demo/demo.js');
    return withInstallation(settings, io, 'demo', async ({ get, addresses: { ownerUrl }, demoPassword }) => {
      if (options['remove']) return (await takeDemoAway(get, ownerUrl)) ? done() : refused(['There is no demo centre to remove.']);
      const signIns = await loadDemo(get, ownerUrl, demoPassword);
      if (!signIns) return refused(['The demo centre is there already. "demo --remove" takes it away, to load it anew.']);
      for (const { role, name, email, password } of signIns) io.say(`${role.padEnd(12)} ${email.padEnd(32)} ${password}   ${name}`);
      return done({ signIns });
    });
  },
};
