import { type CliCommand, done } from '../command.js';

export const command: CliCommand = {
  name: 'start',
  summary: 'Starts everything on this machine: database, api, worker and mailbox, until Ctrl-C.',
  run: async ({ io, settings: readSettings }) => {
    const settings = readSettings();
    const { Start } = await import('../start/start.js');
    const { Closers } = await import('../start/closers.js');
    const { aborted, stopSignal } = await import('../start/stop-signal.js');
    const { announce } = await import('../start/announce.js');
    const stop = stopSignal();
    const closers = new Closers();
    try {
      const running = await new Start(settings, io, closers, stop).execute();
      announce(running, io);
      await aborted(stop);
    } catch (error) {
      // Stopped while starting: whatever failed because of that is no failure.
      if (!stop.aborted) throw error;
    } finally {
      if (stop.aborted) io.say('Stopping…');
      for (const trouble of await closers.closeAll()) io.warn(String(trouble));
    }
    io.say('Stopped.');
    return done();
  },
};
