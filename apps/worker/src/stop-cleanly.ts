import { type INestApplicationContext } from '@nestjs/common';
import { type Log, stopTraces } from '@app/platform';

/** A process manager kills after 30 seconds; we are gone before. */
const LONGEST_STOP = 25_000;

/** Ends the process in order on a signal, or when the process that started us is gone and its channel closed. */
export function stopCleanly(app: INestApplicationContext, log: Log): void {
  let stopping = false;
  const stop = (reason: string): void => {
    if (stopping) return;
    stopping = true;
    log.info({ reason }, 'The worker stops');
    setTimeout(() => {
      log.error('The worker did not stop in time');
      process.exit(1);
    }, LONGEST_STOP).unref();
    app.close().then(stopTraces).then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ error }, 'The worker stopped with an error');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
  process.on('disconnect', () => stop('parent gone'));
  process.on('unhandledRejection', (error) => {
    log.fatal({ error: error instanceof Error ? error.stack : error }, 'Unhandled rejection');
    process.exit(1);
  });
}
