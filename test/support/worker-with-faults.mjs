// A worker as it is built, with jobs that do what real ones never should. Started by WorkerProcess.
import 'reflect-metadata';
import { fileURLToPath } from 'node:url';

const dist = (path) => new URL(`../../dist/${path}`, import.meta.url).href;
const { createLog, Database, defineJob, JobHandlers, loadSettings, startTraces } = await import(dist('libs/platform/src/index.js'));
const { startWorker } = await import(dist('apps/worker/src/start-worker.js'));
const { stopCleanly } = await import(dist('apps/worker/src/stop-cleanly.js'));
const { NoteJob } = await import(new URL('./note-job.mjs', import.meta.url).href);

const define = (name) => defineJob({ name, queue: 'reminders', payload: NoteJob, key: (payload) => payload.note, tries: 3 });
const jobs = { note: define('test.note'), slow: define('test.slow'), kill: define('test.kill'), fail: define('test.fail') };

const settings = loadSettings();
const log = createLog(settings, fileURLToPath(import.meta.url).split('/').at(-1));
await startTraces(settings, 'tremplin-worker');
const app = await startWorker(settings, log, {
  prepare: (made) => {
    const handlers = made.get(JobHandlers);
    const database = made.get(Database);
    const note = (payload, run) => database.as(run.actor, (tx) => tx.query('insert into job_effect (note, pid) values ($1, $2)', [payload.note, process.pid]));
    handlers.register(jobs.note, note);
    handlers.register(jobs.slow, async (payload, run) => {
      await note(payload, run);
      await new Promise((resolve) => setTimeout(resolve, 3_000));
    });
    handlers.register(jobs.kill, async (payload, run) => {
      await note(payload, run);
      process.kill(process.pid, 'SIGKILL');
    });
    handlers.register(jobs.fail, async (payload, run) => {
      await note(payload, run);
      throw new Error('this job always fails');
    });
  },
});
stopCleanly(app, log);
