import { defineJob } from '@app/platform';
import { IsOptional, IsUUID } from 'class-validator';

export class ReplanRef {
  @IsUUID()
  organisationId: string;

  /** Only one scope of it. */
  @IsOptional()
  @IsUUID()
  scopeId?: string;
}

/** After rules were changed: all that is still to come gets the reminders that the new rules want. */
export const replanJob = defineJob({ name: 'reminders.replan', queue: 'reminders', payload: ReplanRef, key: ({ organisationId }) => organisationId });
