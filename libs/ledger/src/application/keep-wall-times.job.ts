import { defineJob } from '@app/platform';
import { IsUUID } from 'class-validator';

export class PlansOf {
  @IsUUID()
  organisationId: string;
}

/** After the rules of a zone changed: what is still to come in an organisation keeps its time on the wall. */
export const keepWallTimesJob = defineJob({ name: 'ledger.keep-wall-times', queue: 'planning', payload: PlansOf, key: ({ organisationId }) => organisationId });
