import { Injectable } from '@nestjs/common';
import { type NotAllowed, type NotFound, type Problem, type Tx } from '@app/platform';

/** Whom a line turned out to be. New people of a try are in no table yet. */
export interface ImportedMember {
  readonly line: number;
  readonly personId: string;
  readonly isNew: boolean;
}

/** Where the people of one batch go. */
export interface ImportArrival {
  readonly organisationId: string;
  readonly id: string;
  readonly dryRun: boolean;
  /** What earlier batches came to: seats are counted on, also in a try that takes none. */
  readonly soFar: ImportCounts;
}

/** What became of people, by word: "enrolled", "waiting", "already". */
export type ImportCounts = Readonly<Record<string, number>>;

/** A context into which an imported list can lead: a cohort. */
export interface ImportTarget {
  readonly kind: string;
  /** Whether whoever starts the import may lead people there. */
  refusal(tx: Tx, organisationId: string, id: string): Promise<NotAllowed | NotFound | Problem | undefined>;
  /** Takes the people of a batch in, in the order of the file and in the transaction of that batch; or says what it would come to. */
  receive(tx: Tx, arrival: ImportArrival, people: readonly ImportedMember[]): Promise<ImportCounts>;
}

/** Contexts that take in imported people, registered when their modules start. */
@Injectable()
export class ImportTargets {
  private readonly targets = new Map<string, ImportTarget>();

  register(target: ImportTarget): void {
    if (this.targets.has(target.kind)) throw new Error(`The import target ${target.kind} is registered twice.`);
    this.targets.set(target.kind, target);
  }

  get(kind: string): ImportTarget {
    const target = this.targets.get(kind);
    if (!target) throw new Error(`Nothing takes in people of an import for a ${kind}.`);
    return target;
  }
}

export function sumOf(one: ImportCounts, other: ImportCounts): ImportCounts {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return Object.fromEntries(names.map((name) => [name, (one[name] ?? 0) + (other[name] ?? 0)]));
}
