import 'reflect-metadata';
import { setPriority } from 'node:os';
import { createLog, loadSettings, startTraces } from '@app/platform';
import { startWorker } from './start-worker.js';
import { stopCleanly } from './stop-cleanly.js';

/** Niceness: 0 is ordinary, 19 is last. */
const YIELDING = 5;

const settings = loadSettings();
const log = createLog(settings, 'worker');
yieldToPeople();
await startTraces(settings, 'tremplin-worker');
const app = await startWorker(settings, log);
stopCleanly(app, log);

/** Where api and worker share a machine, who waits for an answer comes before what can wait a moment. */
function yieldToPeople(): void {
  try {
    setPriority(YIELDING);
  } catch (error) {
    log.info({ err: error }, 'The system does not let the worker step back; it works like any other process');
  }
}
