import { defineJob } from '@app/platform';
import { IsOptional, IsUUID } from 'class-validator';

export class NotedErasure {
  @IsUUID()
  erasureId: string;

  @IsUUID()
  personId: string;

  /** Left out where the human erased himself, with his account. */
  @IsOptional()
  @IsUUID()
  organisationId?: string;
}

/** Notes an erasure where no restored backup rolls it back. */
export const noteErasureJob = defineJob({ name: 'identity.note-erasure', queue: 'documents', payload: NotedErasure, key: ({ erasureId }) => erasureId });
