import { Actor, JobHandlers } from '@app/platform';
import { type TestModule } from './test-module.js';

/** Does every waiting job as a worker would, each twice, because a job may come twice and has one effect. Answers their names. */
export async function doWaitingJobs(test: TestModule): Promise<readonly string[]> {
  const jobs = await test.asOwner<{ id: string; name: string; payload: object; organisation_id: string | null }>('select id, name, payload, organisation_id from job order by id');
  for (const { id, name, payload, organisation_id } of jobs) {
    const handler = test.get(JobHandlers).get(name)?.handler;
    if (!handler) throw new Error(`No handler for ${name}.`);
    const organisationId = organisation_id ?? undefined;
    const run = { id, actor: Actor.system(organisationId), organisationId, attempt: 1, signal: new AbortController().signal, progress: () => Promise.resolve() };
    await handler(payload, run);
    await handler(payload, { ...run, attempt: 2 });
    await test.asOwner('delete from job where id = $1', [id]);
  }
  return jobs.map(({ name }) => name);
}
