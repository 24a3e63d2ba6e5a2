import { Problem } from '@app/platform';
import { type ImageFault } from './images/image.js';
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

/** The version is published: it never changes, a new draft does. */
export class NotADraft extends Problem {
  readonly code = 'NOT_A_DRAFT';
}

/** A part cannot stand there: a lesson stands in a module, an assignment in a lesson, all of the same draft (case 17). */
export class WrongPlace extends Problem {
  readonly code = 'WRONG_PLACE';
}

/** An image that cannot be taken, with the reason as findings name it. */
export class ImageRefused extends Problem {
  readonly code = 'IMAGE_REFUSED';
  constructor(readonly reason: ImageFault) {
    super();
  }
}

/** The import is over, or runs already. */
export class ImportOver extends Problem {
  readonly code = 'IMPORT_OVER';
}
