import { ApplyRetention } from './application/apply-retention.js';
import { EraseAgain } from './application/erase-again.js';
import { EraseKnownPerson } from './application/erase-known-person.js';
import { EraseMe } from './application/erase-me.js';
import { ErasePerson } from './application/erase-person.js';
import { ErasureFollowers } from './application/erasure-followers.js';
import { ErasureNotes } from './application/erasure-notes.js';
import { ExportReady } from './application/export-ready.js';
import { ExportMyData } from './application/export-my-data.js';
import { OwnErasure } from './application/own-erasure.js';
import { PreviewErasure } from './application/preview-erasure.js';
import { PrivacyHandlers } from './application/privacy-handlers.js';
import { PrivacyStore } from './persistence/privacy.store.js';

/** Export, erasure, retention. */
export const privacyUseCases = [ApplyRetention, EraseAgain, EraseMe, ErasePerson, ErasureFollowers, ExportMyData, PreviewErasure];
export const privacyInnerSteps = [EraseKnownPerson, ErasureNotes, ExportReady, OwnErasure, PrivacyHandlers, PrivacyStore];
