import { Problem } from '@app/platform';
import { type TextPlace } from './import-plan.js';

/** Texts were edited here and changed in the files as well: the import waits for a choice. */
export class EditsInTheWay extends Problem {
  readonly code = 'EDITS_IN_THE_WAY';
  constructor(readonly texts: readonly TextPlace[]) {
    super();
  }
}

/** There is no draft that could be published. */
export class NothingToPublish extends Problem {
  readonly code = 'NOTHING_TO_PUBLISH';
}
