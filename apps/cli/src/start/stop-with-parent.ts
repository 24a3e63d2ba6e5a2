// Loaded into api and worker before their own code: when the process that started them is gone, even killed outright, they stop.
const PATIENCE = 30_000;

function stop(): void {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), PATIENCE).unref();
}

process.once('disconnect', stop);
if (process.send && !process.connected) stop();
