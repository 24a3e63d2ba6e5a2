import { Injectable } from '@nestjs/common';
import { Changes } from '@app/platform';
import { DraftStore } from '../persistence/draft.store.js';
import { TextStore } from '../persistence/text.store.js';
import { DraftDesk } from './draft-desk.js';

/** What whoever changes a draft works with. */
@Injectable()
export class DraftEditing {
  constructor(
    readonly desk: DraftDesk,
    readonly drafts: DraftStore,
    readonly texts: TextStore,
    readonly changes: Changes,
  ) {}
}
