import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';

export const hasRedisServer = spawnSync('redis-server', ['--version']).status === 0;

/** A Redis of the test's own. Only where `hasRedisServer`. */
export class RedisServer {
  private child?: ChildProcess;
  private readonly folder = mkdtempSync(join(tmpdir(), 'redis-test-'));

  private constructor(private readonly port: number) {}

  static async start(): Promise<RedisServer> {
    const probe = createServer();
    await once(probe.listen(0, '127.0.0.1'), 'listening');
    const { port } = probe.address() as AddressInfo;
    await new Promise<void>((resolve) => probe.close(() => resolve()));
    const server = new RedisServer(port);
    await server.up();
    return server;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async up(): Promise<void> {
    this.child = spawn('redis-server', ['--port', String(this.port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', this.folder], { stdio: 'ignore' });
    for (let tries = 0; tries < 100; tries++) {
      const answer = await this.ask((redis) => redis.ping()).catch(() => undefined);
      if (answer === 'PONG') return;
      await pause(50);
    }
    throw new Error('redis-server does not answer.');
  }

  /** A second one that follows this one, until `promote`. */
  async replica(): Promise<RedisServer> {
    const follower = await RedisServer.start();
    await follower.ask((redis) => redis.replicaof('127.0.0.1', this.port));
    for (let tries = 0; tries < 100; tries++) {
      if ((await follower.ask((redis) => redis.info('replication'))).includes('master_link_status:up')) return follower;
      await pause(50);
    }
    throw new Error('The replica does not follow.');
  }

  /** Follows nobody from here on: what the other one is told later is not known here. */
  async promote(): Promise<void> {
    await this.ask((redis) => redis.replicaof('NO', 'ONE'));
  }

  /** Everything in it is lost. */
  async flush(): Promise<void> {
    await this.ask((redis) => redis.flushall());
  }

  async kill(): Promise<void> {
    if (!this.child || this.child.exitCode !== null) return;
    const exited = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await exited;
  }

  async close(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async ask<T>(question: (redis: Redis) => Promise<T>): Promise<T> {
    const redis = new Redis(this.url, { maxRetriesPerRequest: 1, retryStrategy: () => null, lazyConnect: true });
    redis.on('error', () => undefined);
    try {
      await redis.connect();
      return await question(redis);
    } finally {
      redis.disconnect();
    }
  }
}
