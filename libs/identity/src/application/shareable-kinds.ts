import { Injectable } from '@nestjs/common';
import { type ShareableKind } from '../domain/share.js';

/** Kinds of things that can be shared, registered by contexts when their modules start (`onModuleInit`). */
@Injectable()
export class ShareableKinds {
  private readonly kinds = new Map<string, ShareableKind>();

  /** A second kind of the same name is a bug and throws. */
  register(...kinds: readonly ShareableKind[]): void {
    for (const kind of kinds) {
      if (this.kinds.has(kind.kind)) throw new Error(`Shareable kind ${kind.kind} is registered twice.`);
      this.kinds.set(kind.kind, kind);
    }
  }

  get(kind: string): ShareableKind | undefined {
    return this.kinds.get(kind);
  }
}
