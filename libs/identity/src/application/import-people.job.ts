import { defineJob } from '@app/platform';
import { IsUUID } from 'class-validator';

export class ImportRef {
  @IsUUID()
  importId: string;
}

/** Reads a list of people that was uploaded. Taken up again by another worker where one was killed. */
export const importPeopleJob = defineJob({ name: 'identity.import-people', queue: 'imports', payload: ImportRef, key: ({ importId }) => importId, seconds: 3_600 });
