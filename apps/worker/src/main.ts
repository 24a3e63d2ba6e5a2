import 'reflect-metadata';
import { createLog, loadSettings } from '@app/platform';
import { startWorker } from './start-worker.js';
import { stopCleanly } from './stop-cleanly.js';

const settings = loadSettings();
const log = createLog(settings, 'worker');
const app = await startWorker(settings, log);
stopCleanly(app, log);
