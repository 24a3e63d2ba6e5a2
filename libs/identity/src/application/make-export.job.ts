import { defineJob } from '@app/platform';
import { IsOptional, IsUUID } from 'class-validator';

export class ExportRef {
  @IsUUID()
  exportId: string;

  /** Whom to tell; left out by a program of the version before. */
  @IsOptional()
  @IsUUID()
  personId?: string;
}

/** Gathers all that is kept about a person. */
export const makeExportJob = defineJob({ name: 'identity.make-export', queue: 'documents', payload: ExportRef, key: ({ exportId }) => exportId });
