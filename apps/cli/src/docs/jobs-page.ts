// Importing the contexts declares their jobs.
import '@app/agendas';
import '@app/calendars';
import '@app/cohorts';
import '@app/courses';
import '@app/identity';
import '@app/ledger';
import '@app/messages';
import '@app/reminders';
import { definedJobs, queues } from '@app/platform';

const TRIES = 5;
const SECONDS = 300;

/** docs/jobs.md: every kind of background work, as declared by defineJob. */
export function jobsPage(): string {
  const sections = queues.map((queue) => {
    const rows = definedJobs()
      .filter((job) => job.queue === queue)
      .sort((a, b) => a.name.localeCompare(b.name))
      .map(({ name, payload, tries = TRIES, seconds = SECONDS }) => `| \`${name}\` | ${payload.name} | ${tries} | ${seconds} s |`);
    return [`## ${queue}`, '', ...(rows.length > 0 ? ['| job | payload | tries | longest run |', '|---|---|---|---|', ...rows] : ['No job yet.'])].join('\n');
  });
  return `${[INTRODUCTION, ...sections].join('\n\n')}\n`;
}

const INTRODUCTION = `# Jobs

Background work by queue. A job carries ids only and reloads the truth; after its tries it is parked in the list of failed jobs, with reason, retry and discard.
This page is printed from the code: \`npm run docs:print\`.`;
