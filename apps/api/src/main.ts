import 'reflect-metadata';
import { createLog, loadSettings } from '@app/platform';
import { buildApp } from './build-app.js';

const settings = loadSettings();
const log = createLog(settings, 'api');
const app = await buildApp(settings, {}, log);
app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
await app.listen(settings.PORT, settings.HOST);
log.info({ port: settings.PORT }, 'The API answers');
