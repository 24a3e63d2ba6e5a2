import { createServer, type AddressInfo, connect, type Socket } from 'node:net';
import { once } from 'node:events';

/** A proxy before PostgreSQL that counts statements: simple queries (Q) and parsed ones (P) of the frontend protocol. */
export class StatementCounter {
  count = 0;
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer((client) => this.serve(client));

  private constructor(private readonly target: URL) {}

  /** Answers the counter and the address that goes through it. */
  static async before(url: string): Promise<{ counter: StatementCounter; url: string }> {
    const target = new URL(url);
    const counter = new StatementCounter(target);
    counter.server.listen(0, '127.0.0.1');
    await once(counter.server, 'listening');
    const through = new URL(url);
    through.host = `127.0.0.1:${(counter.server.address() as AddressInfo).port}`;
    return { counter, url: through.toString() };
  }

  close(): void {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
  }

  private serve(client: Socket): void {
    const server = connect(Number(this.target.port), this.target.hostname);
    const reader = new FrontendReader((type) => {
      if (type === 'Q' || type === 'P') this.count += 1;
    });
    for (const [socket, other] of [[client, server], [server, client]] as const) {
      this.sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => other.destroy());
    }
    client.on('data', (chunk) => {
      reader.read(chunk);
      server.write(chunk);
    });
    server.pipe(client);
  }
}

/** Cuts the stream of a client into messages: one byte of type (missing in the very first), four of length. */
class FrontendReader {
  private rest: Buffer = Buffer.alloc(0);
  private started = false;

  constructor(private readonly seen: (type: string) => void) {}

  read(chunk: Buffer): void {
    this.rest = Buffer.concat([this.rest, chunk]);
    for (;;) {
      const header = this.started ? 1 : 0;
      if (this.rest.length < header + 4) return;
      const size = header + this.rest.readInt32BE(header);
      if (this.rest.length < size) return;
      if (this.started) this.seen(String.fromCharCode(this.rest[0] ?? 0));
      this.started = true;
      this.rest = this.rest.subarray(size);
    }
  }
}
