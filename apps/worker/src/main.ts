import 'reflect-metadata';
import { createLog, loadSettings, startTraces } from '@app/platform';
import { startWorker } from './start-worker.js';
import { stopCleanly } from './stop-cleanly.js';

const settings = loadSettings();
const log = createLog(settings, 'worker');
await startTraces(settings, 'tremplin-worker');
const app = await startWorker(settings, log);
stopCleanly(app, log);
