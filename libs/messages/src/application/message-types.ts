import { Injectable } from '@nestjs/common';
import { type MessageType } from '../domain/message.js';

/** The message types that contexts registered when their modules started. */
@Injectable()
export class MessageTypes {
  private readonly types = new Map<string, MessageType>();

  /** Called in a context's `onModuleInit`. A second type of the same name is a bug and throws. */
  register(...types: readonly MessageType[]): void {
    for (const type of types) {
      if (this.types.has(type.type)) throw new Error(`Message type ${type.type} is registered twice.`);
      this.types.set(type.type, type);
    }
  }

  get(type: string): MessageType | undefined {
    return this.types.get(type);
  }

  all(): readonly MessageType[] {
    return [...this.types.values()];
  }
}
