import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

const LONGEST_CHECK = 800;

/** Whether this process should be given requests. */
@Injectable()
export class Readiness implements BeforeApplicationShutdown {
  private leaving = false;

  constructor(private readonly source: DataSource) {}

  /** From here on a proxy sends its requests elsewhere; those inside are finished. */
  beforeApplicationShutdown(): void {
    this.leaving = true;
  }

  leave(): void {
    this.leaving = true;
  }

  async faults(): Promise<readonly string[]> {
    if (this.leaving) return ['stopping'];
    return (await this.databaseAnswers()) ? [] : ['database'];
  }

  private async databaseAnswers(): Promise<boolean> {
    if (!this.source.isInitialized) return false;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), LONGEST_CHECK);
    });
    const answer = this.source.query('select 1').then(
      () => true,
      () => false,
    );
    try {
      return await Promise.race([answer, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}
