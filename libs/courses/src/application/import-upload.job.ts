import { defineJob } from '@app/platform';
import { IsUUID } from 'class-validator';

export class CourseImportRef {
  @IsUUID()
  importId: string;
}

/** Reads an uploaded course, and stores it once somebody has seen what was found. Whole or not at all: a killed run begins anew. */
export const importUploadJob = defineJob({ name: 'courses.import-upload', queue: 'imports', payload: CourseImportRef, key: ({ importId }) => importId, seconds: 900 });
