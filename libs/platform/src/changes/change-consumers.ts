import { Injectable } from '@nestjs/common';
import { type Tx } from '../database/tx.js';

/** What changed about one subject since this consumer last looked: a reason to recompute from the truth, not the truth itself. */
export interface ChangeWork {
  readonly organisationId?: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  /** Oldest first; each names a row of the change log. */
  readonly changes: readonly { readonly id: string; readonly kind: string; readonly at: Date }[];
}

/** Who listens to changes of which kinds of subject. */
export interface ChangeConsumer {
  /** "messages.change-notices": the key of its work rows. */
  readonly name: string;
  readonly subjectKinds: readonly string[];
  /**
   * Runs as the system of the organisation, in one transaction with the deletion of the work: all of it or nothing. Alone on its subject.
   * May be called for a subject that is gone.
   */
  handle(tx: Tx, work: ChangeWork): Promise<void>;
}

/** Makes the type of a consumer plain where it is declared. */
export function defineConsumer(consumer: ChangeConsumer): ChangeConsumer {
  return consumer;
}

/** The consumers that contexts registered in `onModuleInit`. The worker subscribes them when it starts. */
@Injectable()
export class ChangeConsumers {
  private readonly consumers = new Map<string, ChangeConsumer>();

  register(...consumers: readonly ChangeConsumer[]): void {
    for (const consumer of consumers) {
      if (this.consumers.has(consumer.name)) throw new Error(`Change consumer ${consumer.name} is registered twice.`);
      this.consumers.set(consumer.name, consumer);
    }
  }

  all(): readonly ChangeConsumer[] {
    return [...this.consumers.values()];
  }
}
