import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { buildServer, freePort } from './installation.js';
import { type Sender } from './api.js';

interface ApiWishes {
  readonly databaseUrl: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** The built API in a process of its own, to be started before its database, cut off from it, and stopped in the middle. */
export class ApiProcess {
  private output = '';

  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {
    child.stdout?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
  }

  /** Resolves when it answers; ready or not. */
  static async start({ databaseUrl, environment }: ApiWishes): Promise<ApiProcess> {
    buildServer();
    const port = await freePort();
    const settings = { DATABASE_URL: databaseUrl, PORT: String(port), SMTP_URL: '', REDIS_URL: '', SECRET_KEY: 'k'.repeat(40), API_EXPLORER: 'true', LOG_LEVEL: 'info', NODE_OPTIONS: '', ...environment };
    const api = new ApiProcess(spawn(process.execPath, ['dist/apps/api/src/main.js'], { env: { ...process.env, ...settings }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] }), `http://127.0.0.1:${port}`);
    for (let tries = 0; (await api.health('live')) !== 200; tries++) {
      if (api.child.exitCode !== null || tries > 600) throw new Error(`The API does not answer:\n${api.output}`);
      await pause(100);
    }
    return api;
  }

  get log(): string {
    return this.output;
  }

  /** 0 when nobody answers. */
  async health(kind: 'live' | 'ready'): Promise<number> {
    return (await fetch(`${this.url}/health/${kind}`).catch(() => ({ status: 0 }))).status;
  }

  /** What came back, or that the line broke. */
  async graphql(query: string, variables: object, sender: Sender, requestId = ''): Promise<{ status: number; retryAfter: string | null; code?: string; data?: Readonly<Record<string, { readonly __typename: string }>> | null } | 'broken'> {
    const headers = { 'content-type': 'application/json', 'x-tremplin-client': 'test', 'x-request-id': requestId, cookie: `tremplin_session=${sender.token}` };
    try {
      const response = await fetch(`${this.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
      const { data, errors } = (await response.json()) as { data?: Record<string, { __typename: string }>; errors?: { extensions: { code: string } }[] };
      return { status: response.status, retryAfter: response.headers.get('retry-after'), code: errors?.[0]?.extensions.code, data };
    } catch {
      return 'broken';
    }
  }

  /** SIGTERM; answers the exit code. */
  async stop(): Promise<number | null> {
    if (this.child.exitCode === null) {
      const ended = once(this.child, 'exit');
      this.child.kill('SIGTERM');
      await ended;
    }
    return this.child.exitCode;
  }

  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
  }
}
