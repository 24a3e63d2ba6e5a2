// Runs the embedded PostgreSQL in a process of its own group: Ctrl-C does not reach the server before api and worker have let go of it,
// and when the parent is gone, even killed outright, the channel closes and the server is stopped.
import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { type KeeperOrder } from './keeper.js';

const STOP_PATIENCE = 30_000;
const order = JSON.parse(process.argv[2] ?? '{}') as KeeperOrder;
const log = openSync(order.logFile, 'a', 0o600);

const server = spawn(order.postgres, ['-D', order.cluster, ...order.flags], {
  stdio: ['ignore', log, log],
  cwd: '/',
  uid: order.uid,
  gid: order.gid,
  detached: true,
  env: { LC_ALL: 'C', TZ: 'UTC' },
});
server.on('error', (error) => {
  process.send?.({ failed: error.message });
  process.exit(1);
});
server.on('exit', (code) => process.exit(code ?? 1));

/** SIGINT is PostgreSQL's fast stop (open transactions roll back), SIGQUIT its immediate one (recovery at the next start). */
function stop(): void {
  if (process.platform === 'win32') spawn(order.pgCtl, ['stop', '-D', order.cluster, '-m', 'fast']);
  else server.kill('SIGINT');
  setTimeout(() => server.kill('SIGQUIT'), STOP_PATIENCE).unref();
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
process.on('disconnect', stop);
process.on('message', stop);
if (!process.connected) stop();
