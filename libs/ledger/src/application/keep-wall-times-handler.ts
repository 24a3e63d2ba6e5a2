import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobHandlers } from '@app/platform';
import { keepWallTimesJob } from './keep-wall-times.job.js';
import { KeepWallTimes } from './keep-wall-times.js';

@Injectable()
export class KeepWallTimesHandler implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly keep: KeepWallTimes,
  ) {}

  onModuleInit(): void {
    this.handlers.register(keepWallTimesJob, async ({ organisationId }, { signal }) => void (await this.keep.execute(organisationId, { signal })));
  }
}
