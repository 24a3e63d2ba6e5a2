export { ApplyRetention } from './application/apply-retention.js';
export { EraseMe, type EraseMeInput, type ErasedMe } from './application/erase-me.js';
export { ErasePerson, type ErasedPerson } from './application/erase-person.js';
export { ErasureFollowers } from './application/erasure-followers.js';
export { ExportMyData } from './application/export-my-data.js';
export { PreviewErasure } from './application/preview-erasure.js';
export { type ErasureFollower, type ErasureLine, type KnownPerson, LastAdmin } from './domain/erasure.js';
export { type DataExport } from './persistence/privacy.store.js';
export { type MessageHours, type Retention, retentionChoices, type RetentionName, retentionNames } from './domain/centre-rules.js';
