import { type Settings } from '@app/platform';
import { setTimeout as pause } from 'node:timers/promises';
import { portTrouble, usablePort } from '../installation/ports.js';
import { Refusal } from '../refusal.js';

/** Waits a moment for a port that an earlier, killed run is just letting go; refuses when it stays taken. */
export async function claimPort(settings: Settings, patience: number): Promise<void> {
  const { PORT: port, HOST: host } = settings;
  let trouble = await portTrouble(port, host);
  for (let waited = 0; trouble === 'EADDRINUSE' && waited < patience; waited += 250) {
    await pause(250);
    trouble = await portTrouble(port, host);
  }
  if (trouble !== undefined) throw await portRefusal(port, host, trouble);
}

async function portRefusal(port: number, host: string, trouble: string): Promise<Refusal> {
  if (trouble === 'EADDRINUSE') return Refusal.because(`Port ${port} on ${host} is taken by another program.`, `Stop that, or take another port: PORT=${await usablePort(port + 1)} npm start`);
  if (trouble === 'EACCES') return Refusal.because(`This user may not listen on port ${port} (ports below 1024 are kept for the administrator).`, 'Take a higher one: PORT=3000 npm start');
  return Refusal.because(`The server cannot listen on HOST ${host}, port ${port}: ${trouble}.`, 'HOST must be an address of this machine: 127.0.0.1 for this machine alone, 0.0.0.0 for all networks.');
}
