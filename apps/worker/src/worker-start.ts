import { setTimeout as pause } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Dispatcher } from '@app/messages';
import { Actor, ChangeWorker, Database, JobWorker, type Log, WakeUps } from '@app/platform';
import { WorkerClock } from './clock/worker-clock.js';

const BETWEEN_TRIES = 500;

/** Starts the parts of the worker once the database answers. */
@Injectable()
export class WorkerStart implements BeforeApplicationShutdown {
  private isClosing = false;

  constructor(
    private readonly database: Database,
    private readonly parts: ModuleRef,
  ) {}

  beforeApplicationShutdown(): void {
    this.isClosing = true;
  }

  /** Queues and workers that are made while the database is away stay dead without a word, so nothing is made before it answers. */
  async begin(log: Log): Promise<void> {
    for (let tries = 0; !this.isClosing; tries++) {
      try {
        await this.database.as(Actor.system(), (tx) => tx.query('select 1'));
        await this.get(ChangeWorker).start();
        break;
      } catch (error) {
        if (tries === 0) log.warn({ reason: error instanceof Error ? error.message : String(error) }, 'The worker waits for the database');
        await pause(BETWEEN_TRIES);
      }
    }
    for (const part of [JobWorker, WakeUps, Dispatcher, WorkerClock]) {
      if (this.isClosing) return;
      await this.get<{ start(): void | Promise<void> }>(part).start();
    }
    log.info('The worker works');
  }

  private get<Part>(type: new (...parameters: never[]) => Part): Part {
    return this.parts.get(type, { strict: false });
  }
}
