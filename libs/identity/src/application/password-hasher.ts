import { availableParallelism } from 'node:os';
import { newToken } from '@app/platform';
import { Injectable } from '@nestjs/common';
import { hash, type Options, parseOptions, verify } from '@node-rs/argon2';

/** argon2id is the library's default; the figures are the recommendation of OWASP: 19 MiB, two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } satisfies Options;

/** Hashing takes a whole core for some 15 ms, so no more run at once than there are cores: the rest of the process stays quick. */
const AT_ONCE = Math.max(1, availableParallelism() - 1);

@Injectable()
export class PasswordHasher {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  /** What the password of an account that does not exist is compared with. */
  private stranger?: Promise<string>;

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(normalised(password), COST));
  }

  /** One verification whether there is a hash or not: an address without an account takes the same work (case 1). */
  async verify(hashed: string | null | undefined, password: string): Promise<boolean> {
    this.stranger ??= this.hash(newToken());
    const compared = hashed ?? (await this.stranger);
    const matches = await this.inTurn(() => this.compare(compared, normalised(password)));
    return matches && Boolean(hashed);
  }

  /** True for a hash made with other figures than today's: it is made anew at the next sign-in. */
  isOutdated(hashed: string): boolean {
    const { memoryCost, timeCost } = parseOptions(hashed);
    return memoryCost < COST.memoryCost || timeCost < COST.timeCost;
  }

  protected compare(hashed: string, password: string): Promise<boolean> {
    return verify(hashed, password);
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= AT_ONCE) await new Promise<void>((go) => this.waiting.push(go));
    else this.running++;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }
}

/** The same characters typed on another keyboard or system (NIST SP 800-63B asks for it). */
function normalised(password: string): string {
  return password.normalize('NFKC');
}
