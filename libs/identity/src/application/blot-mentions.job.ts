import { defineJob } from '@app/platform';
import { IsUUID } from 'class-validator';

export class ErasureRef {
  @IsUUID()
  erasureId: string;
}

/** After an erasure: takes the person's name and addresses out of what others wrote. */
export const blotMentionsJob = defineJob({ name: 'identity.blot-mentions', queue: 'documents', payload: ErasureRef, key: ({ erasureId }) => erasureId, seconds: 1_800 });
