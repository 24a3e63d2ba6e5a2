import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A wire that can be cut, refused or frozen: what lies behind it is away, without touching it. */
export class TcpProxy {
  private readonly pairs = new Set<readonly [Socket, Socket]>();
  private state: 'open' | 'away' | 'frozen' = 'open';
  private server: Server;
  private port = 0;

  private constructor(
    private targetHost: string,
    private targetPort: number,
  ) {}

  static async open(target: string): Promise<TcpProxy> {
    const { hostname, port } = new URL(target);
    const proxy = new TcpProxy(hostname, Number(port));
    proxy.server = createServer((incoming) => proxy.accept(incoming));
    await once(proxy.server.listen(0, '127.0.0.1'), 'listening');
    proxy.port = (proxy.server.address() as AddressInfo).port;
    return proxy;
  }

  /** The target's address with this proxy in between. */
  through(target: string): string {
    const url = new URL(target);
    url.hostname = '127.0.0.1';
    url.port = String(this.port);
    return url.href;
  }

  /** Cuts all connections and refuses new ones. */
  away(): void {
    this.state = 'away';
    for (const pair of this.pairs) for (const socket of pair) socket.destroy();
  }

  /** Nothing passes any more, and nobody is told. New connections are accepted and stay silent. */
  freeze(): void {
    this.state = 'frozen';
    for (const pair of this.pairs) for (const socket of pair) socket.pause();
  }

  /** New connections pass again; frozen ones stay dead. */
  back(): void {
    this.state = 'open';
  }

  /** From now on something else lies behind it, as after a failover; all connections are cut. */
  leadTo(target: string): void {
    this.away();
    const { hostname, port } = new URL(target);
    [this.targetHost, this.targetPort] = [hostname, Number(port)];
    this.back();
  }

  async close(): Promise<void> {
    this.away();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private accept(incoming: Socket): void {
    incoming.on('error', () => undefined);
    if (this.state === 'away') return void incoming.destroy();
    const outgoing = connect(this.targetPort, this.targetHost);
    outgoing.on('error', () => incoming.destroy());
    const pair = [incoming, outgoing] as const;
    this.pairs.add(pair);
    for (const socket of pair) {
      socket.on('close', () => {
        this.pairs.delete(pair);
        for (const other of pair) other.destroy();
      });
    }
    incoming.pipe(outgoing).pipe(incoming);
    if (this.state === 'frozen') for (const socket of pair) socket.pause();
  }
}
