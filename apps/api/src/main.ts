import 'reflect-metadata';
import { createLog, loadSettings, startTraces } from '@app/platform';
import { buildApp } from './build-app.js';
import { stopOnSignals } from './server/stop-on-signals.js';

const settings = loadSettings();
const log = createLog(settings, 'api');
await startTraces(settings, 'tremplin-api');
const app = await buildApp(settings, {}, log);
stopOnSignals(app, log);
await app.listen(settings.PORT, settings.HOST);
log.info({ port: settings.PORT }, 'The API answers');
