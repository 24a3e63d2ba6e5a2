import { Trans, useLingui } from '@lingui/react/macro';
import { useTimes } from '~/lib/use-times';
import { Banner, Button, Card, Loaded, MenuItem, notices, Row, RowMenu, Rows, Stat, Table } from '~/ui';
import { IconServer } from '~/ui/icons';
import { discardJob, type FailedJob, type Installation as Figures, retryJob, unparkChanges, useInstallation } from './operations';
import { consumerNames, workNames } from './words';

/** For whoever runs the installation: whether it keeps up, and what stands still. */
export function Installation() {
  const figures = useInstallation();
  return <Loaded read={figures}>{(data) => <Shown figures={data} />}</Loaded>;
}

function Shown({ figures }: { readonly figures: Figures }) {
  const { t } = useLingui();
  const seconds = (value: number): string => t`${Math.round(value)} s`;
  return (
    <div className="stack">
      {figures.workers.length === 0 && (
        <Banner tone="bad" title={t`No worker is running.`}>
          <Trans>Nothing is lost, but no mail leaves until one starts.</Trans>
        </Banner>
      )}
      <Card title={t`Messages`}>
        <div className="flex flex-wrap gap-x-12 gap-y-4">
          <Stat figure={figures.messages.sentToday} name={t`sent today`} />
          <Stat figure={figures.messages.due} name={t`wait to leave`} help={figures.messages.due > 0 ? t`the oldest for ${seconds(figures.messages.oldestDueSeconds)}` : undefined} />
          <Stat figure={figures.messages.ambiguous} name={t`perhaps arrived`} />
          <Stat figure={figures.messages.failed} name={t`could not be delivered`} />
          <Stat figure={figures.messages.pausedAddresses} name={t`addresses paused`} />
        </div>
      </Card>
      <Card title={t`Queues`} intro={figures.queues.length === 0 ? t`Nothing waits.` : undefined} flush>
        <Table
          label={t`Queues`}
          rows={figures.queues}
          rowKey={(queue) => queue.queue}
          columns={[
            { id: 'queue', name: t`Queue`, main: true, cell: (queue) => queue.queue },
            { id: 'waiting', name: t`Waiting`, align: 'end', named: true, cell: (queue) => queue.waiting },
            { id: 'running', name: t`Running`, align: 'end', named: true, cell: (queue) => queue.running },
            { id: 'failed', name: t`Failed`, align: 'end', named: true, cell: (queue) => queue.failed },
            { id: 'oldest', name: t`Oldest`, align: 'end', named: true, cell: (queue) => seconds(queue.oldestSeconds) },
          ]}
        />
      </Card>
      <GivenUp consumers={figures.consumers.filter(({ parked }) => parked > 0)} />
      {figures.failedJobs.length > 0 && <FailedJobs jobs={figures.failedJobs} />}
      <Workers workers={figures.workers} />
    </div>
  );
}

function FailedJobs({ jobs }: { readonly jobs: readonly FailedJob[] }) {
  const { t } = useLingui();
  const times = useTimes();
  const run = async (change: ReturnType<typeof retryJob>, text: string): Promise<void> => {
    const answer = await change;
    notices.say(answer.ok ? { tone: 'good', text } : { tone: 'bad', text: answer.refusal.message });
  };
  return (
    <Card title={t`Failed jobs`} intro={t`They were tried several times and wait for a decision.`}>
      <Rows label={t`Failed jobs`}>
        {jobs.map((job) => (
          <Row
            key={job.id}
            title={<Named words={workNames} code={job.name} />}
            help={
              <>
                {times.moment(job.failedAt)}
                {job.reason !== null && <span className="block break-words">{job.reason}</span>}
              </>
            }
          >
            <RowMenu label={t`More for ${job.name}`}>
              <MenuItem id="retry" onAction={() => void run(retryJob(job.id), t`It is tried again.`)}>{t`Try again`}</MenuItem>
              <MenuItem id="discard" tone="bad" onAction={() => void run(discardJob(job.id), t`It is given up.`)}>{t`Give up`}</MenuItem>
            </RowMenu>
          </Row>
        ))}
      </Rows>
    </Card>
  );
}

/** In words, with the name that stands in the log. */
function Named({ words, code }: { readonly words: typeof workNames; readonly code: string }) {
  const { t } = useLingui();
  const name = words[code];
  return (
    <>
      {name && `${t(name)} `}
      <code className="text-muted font-mono text-[0.8125rem] font-normal">{code}</code>
    </>
  );
}

/** Work on changes that a consumer gave up: reminders that were not planned, notices that were not written. */
function GivenUp({ consumers }: { readonly consumers: Figures['consumers'] }) {
  const { t } = useLingui();
  const again = async (consumer: string): Promise<void> => {
    const answer = await unparkChanges(consumer);
    notices.say(answer.ok ? { tone: 'good', text: t`It is tried again.` } : { tone: 'bad', text: answer.refusal.message });
  };
  if (consumers.length === 0) return null;
  return (
    <Card title={t`Changes that were not followed`} intro={t`They were tried several times and wait for a decision.`}>
      <Rows label={t`Changes that were not followed`}>
        {consumers.map(({ consumer, parked }) => (
          <Row key={consumer} title={<Named words={consumerNames} code={consumer} />} help={t`${parked} given up`}>
            <Button onPress={() => void again(consumer)}>{t`Try again`}</Button>
          </Row>
        ))}
      </Rows>
    </Card>
  );
}

function Workers({ workers }: { readonly workers: Figures['workers'] }) {
  const { t } = useLingui();
  const times = useTimes();
  return (
    <Card title={t`Workers`}>
      <Rows label={t`Workers`}>
        {workers.map((worker) => (
          <Row key={worker.id} lead={<IconServer className="text-muted size-5 flex-none" aria-hidden />} title={`${worker.host} ${worker.pid}`} help={t`last sign of life ${times.ago(worker.beatAt)}`} />
        ))}
      </Rows>
    </Card>
  );
}
