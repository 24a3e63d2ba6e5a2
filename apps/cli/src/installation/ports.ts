import { createServer } from 'node:net';
import { errorCode } from '../refusal.js';

/** Why a port cannot be listened on: an error code such as EADDRINUSE; undefined when it can. */
export function portTrouble(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer().once('error', (error) => resolve(errorCode(error) ?? error.message));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

/** The wanted port of this machine if it is free, else any free one. */
export async function usablePort(wanted?: number): Promise<number> {
  if (wanted !== undefined && (await portTrouble(wanted, '127.0.0.1')) === undefined) return wanted;
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('The system gave no port.'))));
    });
  });
}
