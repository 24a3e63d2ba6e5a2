import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { goes, stays, topicName, whatStays, whyItStays } from '~/lib/erasure-words';
import { useForm } from '~/lib/use-form';
import { useTimes } from '~/lib/use-times';
import { Badge, Button, Card, ButtonAnchor, FormDialog, Loaded, notices, PasswordField, Problem, Row, Rows, Spinner, TextField } from '~/ui';
import { IconDownload } from '~/ui/icons';
import { type Account, type DataExport, eraseMe, exportMyData, useDataExport, useErasurePreview } from './operations';

const POLL = 2_000;

/** What is kept about the person: to take along, or to have erased. */
export function MyData({ account }: { readonly account: Account }) {
  return (
    <div className="stack">
      <Copy />
      <Erasure account={account} />
    </div>
  );
}

function Copy() {
  const { t } = useLingui();
  const made = useDataExport();
  const [isPending, setPending] = useState(false);
  const isMaking = made.data?.ready === false;
  const { again } = made;
  useEffect(() => {
    if (!isMaking) return undefined;
    const timer = setInterval(again, POLL);
    return () => clearInterval(timer);
  }, [isMaking, again]);
  const ask = async (): Promise<void> => {
    setPending(true);
    const answer = await exportMyData().finally(() => setPending(false));
    if (!answer.ok) notices.say({ tone: 'bad', text: answer.refusal.message });
    again();
  };
  return (
    <Card title={t`A copy of my data`} intro={t`All that is kept about you here, by every centre, and nothing about others: as a page to read, and as a file for other programs.`}>
      <Loaded read={made}>
        {(latest) => (
          <div className="form-actions">
            {latest && <Latest latest={latest} />}
            <Button look={latest?.ready ? 'plain' : 'main'} onPress={ask} isPending={isPending} isDisabled={isMaking}>
              {latest ? <Trans>Make a new copy</Trans> : <Trans>Make a copy</Trans>}
            </Button>
          </div>
        )}
      </Loaded>
    </Card>
  );
}

function Latest({ latest }: { readonly latest: DataExport }) {
  const { t } = useLingui();
  const times = useTimes();
  if (!latest.ready) {
    return (
      <p className="text-muted flex items-center gap-2" role="status">
        <Spinner label={t`The copy is being made`} /> <Trans>The copy is being made. You may leave this page: a mail tells you when it is ready.</Trans>
      </p>
    );
  }
  return (
    <>
      <ButtonAnchor href={`/files/my-data/${latest.id}.html`} target="_blank" rel="noreferrer" look="main">
        <Trans>Read</Trans>
      </ButtonAnchor>
      <ButtonAnchor href={`/files/my-data/${latest.id}.json`} download icon={<IconDownload aria-hidden />}>
        <Trans>Download for other programs (JSON)</Trans>
      </ButtonAnchor>
      <span className="text-muted text-sm">
        <Trans>of {times.moment(latest.askedAt)}, here until {times.moment(latest.expiresAt)}</Trans>
      </span>
    </>
  );
}

function Erasure({ account }: { readonly account: Account }) {
  const { t } = useLingui();
  const preview = useErasurePreview();
  const [asking, setAsking] = useState(false);
  return (
    <Card title={t`Erase everything about me`} intro={t`Every centre forgets you, and your account goes. This cannot be undone.`}>
      <Loaded read={preview}>
        {(lines) => (
          <div className="stack">
            <p>
              <Trans>Goes at once:</Trans> {goes(lines).map((topic) => t(topicName(topic))).join(' · ')}
            </p>
            <div>
              <h3 className="font-semibold">
                <Trans>What stays, and why</Trans>
              </h3>
              <Rows label={t`What stays, and why`}>
                {stays(lines).map((line) => (
                  <Row key={`${line.topic} ${line.fate}`} title={t(whatStays(line))} help={t(whyItStays(line))}>
                    <Badge>{line.days === null ? t`while the centre exists` : t`${line.days} days`}</Badge>
                  </Row>
                ))}
                <Row title={t`Backups`} help={t`What was erased is in them until they are overwritten.`} />
              </Rows>
            </div>
            <div className="form-actions">
              <Button look="quiet-danger" onPress={() => setAsking(true)}>
                <Trans>Erase everything about me</Trans>
              </Button>
            </div>
          </div>
        )}
      </Loaded>
      {asking && <EraseDialog account={account} onClose={() => setAsking(false)} />}
    </Card>
  );
}

function EraseDialog({ account, onClose }: { readonly account: Account; readonly onClose: () => void }) {
  const { t } = useLingui();
  const form = useForm({ email: '', password: '' }, ({ email, password }) => eraseMe({ email, password: account.hasPassword ? password : undefined }), () => location.assign('/sign-in'));
  return (
    <FormDialog isOpen onClose={onClose} title={t`Erase everything about me?`} danger submit={t`Erase for good`} onSubmit={() => void form.submit()} isPending={form.isPending}>
      <Problem problem={form.problem} />
      <p className="text-muted">
        <Trans>Sessions that are booked for you are given back, and you are signed out everywhere. Nobody can bring this back.</Trans>
      </p>
      <TextField label={t`Your e-mail address`} help={t`Type ${account.email}, so that no wrong click does it.`} autoComplete="off" autoFocus {...form.field('email')} />
      {account.hasPassword && <PasswordField label={t`Password`} autoComplete="current-password" {...form.field('password')} />}
    </FormDialog>
  );
}
