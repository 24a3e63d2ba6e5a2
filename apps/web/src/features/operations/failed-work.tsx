import { useLingui } from '@lingui/react/macro';
import { useTimes } from '~/lib/use-times';
import { Card, MenuItem, notices, Row, RowMenu, Rows } from '~/ui';
import { discardWork, type FailedWork as Work, retryWork, useFailedWork } from './operations';
import { workNames } from './words';

/** Work in the background that was given up for this organisation: what it was, in words, and what may be done. Nothing while all is well. */
export function FailedWork({ organisationId }: { readonly organisationId: string }) {
  const { t } = useLingui();
  const { data: work = [] } = useFailedWork(organisationId);
  if (work.length === 0) return null;
  return (
    <Card title={t`Not done`} intro={t`This was tried several times in vain. Try it again; if it fails once more, tell whoever runs the installation.`}>
      <Rows label={t`Not done`}>
        {work.map((one) => (
          <OneWork key={one.id} organisationId={organisationId} work={one} />
        ))}
      </Rows>
    </Card>
  );
}

function OneWork({ organisationId, work }: { readonly organisationId: string; readonly work: Work }) {
  const { t } = useLingui();
  const times = useTimes();
  const words = workNames[work.name];
  const name = words ? t(words) : t`Work in the background`;
  const decide = async (change: ReturnType<typeof retryWork>, text: string): Promise<void> => {
    const answer = await change;
    notices.say(answer.ok ? { tone: 'good', text } : { tone: 'bad', text: answer.refusal.message });
  };
  return (
    <Row title={name} help={times.moment(work.failedAt)}>
      <RowMenu label={t`More for ${name}`}>
        <MenuItem id="retry" onAction={() => void decide(retryWork(organisationId, work.id), t`It is tried again.`)}>{t`Try again`}</MenuItem>
        <MenuItem id="discard" tone="bad" onAction={() => void decide(discardWork(organisationId, work.id), t`It is given up.`)}>{t`Give up`}</MenuItem>
      </RowMenu>
    </Row>
  );
}
