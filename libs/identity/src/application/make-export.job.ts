import { defineJob } from '@app/platform';
import { IsUUID } from 'class-validator';

export class ExportRef {
  @IsUUID()
  exportId: string;
}

/** Gathers all that is kept about a person. */
export const makeExportJob = defineJob({ name: 'identity.make-export', queue: 'documents', payload: ExportRef, key: ({ exportId }) => exportId });
