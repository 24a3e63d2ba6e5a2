import { IsString } from 'class-validator';

/** Payload of the jobs of worker-with-faults.mjs, without decorators because it runs as it is. */
export class NoteJob {}
IsString()(NoteJob.prototype, 'note');
