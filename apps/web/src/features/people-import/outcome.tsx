import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Refusal } from '~/lib/api/answer';
import { roles } from '~/lib/viewer';
import { Banner, Button, ButtonAnchor, ButtonLink, Card, type Column, Loaded, Problem, Stat, Switch, Table } from '~/ui';
import { IconDownload } from '~/ui/icons';
import { LineCells } from './line-cells';
import { type LineFault, mappingOf, type PeopleImport, start, useFaults } from './operations';
import { fieldNames, fields } from './words';

interface OutcomeProps {
  readonly list: PeopleImport;
  readonly onMend: () => void;
  readonly onStarted: () => void;
  readonly onAnother: () => void;
}

/** What became of the list, or would: how many of each, and every line that was left out. */
export function Outcome({ list, onMend, onStarted, onAnother }: OutcomeProps) {
  return (
    <>
      <Verdict list={list} />
      {list.refusal === null || list.refusal === undefined ? <Figures list={list} /> : null}
      {list.dryRun && list.state === 'done' ? <Next list={list} onMend={onMend} onStarted={onStarted} /> : <Done cohortId={list.cohortId} onAnother={onAnother} />}
      {list.skipped > 0 && <Faults list={list} />}
    </>
  );
}

function Verdict({ list }: { readonly list: PeopleImport }) {
  const { t } = useLingui();
  if (list.refusal) return <Banner tone="bad" title={t`Nothing was imported.`}>{list.refusal}</Banner>;
  if (list.state === 'cancelled') return <Banner tone="warn">{list.dryRun ? t`Stopped. Nothing was written.` : t`Stopped. Whoever was added stays; the same list can be imported again.`}</Banner>;
  if (list.dryRun) return <Banner>{t`This was only tried: nothing is written yet.`}</Banner>;
  return <Banner tone="good">{t`The list is imported.`}</Banner>;
}

function Figures({ list }: { readonly list: PeopleImport }) {
  const { t } = useLingui();
  const lacking = list.places?.lacking ?? 0;
  return (
    <Card intro={list.fileName} title={list.dryRun ? t`What would become of the list` : t`What became of the list`}>
      <div className="flex flex-wrap gap-8">
        <Stat figure={list.rowsRead} name={t`lines`} />
        <Stat figure={list.added} name={t`new people`} />
        <Stat figure={list.known} name={t`known already`} help={t`nothing about them is changed`} />
        <Stat figure={list.skipped} name={t`left out`} />
        {list.places && (
          <>
            <Stat figure={list.places.enrolled} name={t`get a place`} help={list.places.already > 0 ? t`${list.places.already} had one` : undefined} />
            <Stat figure={list.places.waiting} name={t`on the waiting list`} />
          </>
        )}
      </div>
      {lacking > 0 && <Banner tone="warn">{list.dryRun ? t`Have not completed what comes before this course: ${lacking}. They will be taken in all the same.` : t`Have not completed what comes before this course: ${lacking}. The page of the cohort names them.`}</Banner>}
    </Card>
  );
}

/** The columns are those of the try; whom to invite is asked again, because now it counts. */
function Next({ list, onMend, onStarted }: Omit<OutcomeProps, 'onAnother'>) {
  const { t } = useLingui();
  const [problem, setProblem] = useState<Refusal | null>(null);
  const [isPending, setPending] = useState(false);
  const [invite, setInvite] = useState(list.invite);
  const go = async (): Promise<void> => {
    setPending(true);
    const answer = await start(list.id, { mapping: mappingOf(list.columns), roles: roles.filter((role) => list.roles.includes(role)), invite, dryRun: false, cohortId: list.cohortId ?? undefined }).finally(() => setPending(false));
    if (answer.ok) onStarted();
    else setProblem(answer.refusal);
  };
  return (
    <Card title={t`Import them?`}>
      <div className="stack">
        <Problem problem={problem} />
        <Switch isSelected={invite} onChange={setInvite} help={t`Only those who are new here and have an address.`}>
          {t`Invite them by mail`}
        </Switch>
        <div className="form-actions">
          <Button look="main" onPress={go} isPending={isPending} isDisabled={list.added + list.known === 0}>
            {list.skipped > 0 ? <Trans>Import all but {list.skipped}</Trans> : <Trans>Import</Trans>}
          </Button>
          <Button onPress={onMend}>
            <Trans>Change the columns</Trans>
          </Button>
        </div>
      </div>
    </Card>
  );
}

const Done = ({ cohortId, onAnother }: { readonly cohortId: string | null | undefined; readonly onAnother: () => void }) => (
  <div className="form-actions">
    {cohortId ? (
      <ButtonLink to="/cohorts/$cohortId" params={{ cohortId }} search={{ tab: 'people' }} look="main">
        <Trans>See the cohort</Trans>
      </ButtonLink>
    ) : (
      <ButtonLink to="/people" look="main">
        <Trans>See the people</Trans>
      </ButtonLink>
    )}
    <Button onPress={onAnother}>
      <Trans>Another file</Trans>
    </Button>
  </div>
);

function Faults({ list }: { readonly list: PeopleImport }) {
  const { t } = useLingui();
  const faults = useFaults(list.id);
  const fieldOf = (fault: LineFault): string => {
    const field = fields.find((known) => known === fault.field);
    return field ? t(fieldNames[field]) : (fault.cell ?? '');
  };
  const columns: readonly Column<LineFault>[] = [
    { id: 'line', name: t`Line`, main: true, cell: (fault) => <span className="figures">{fault.line}</span> },
    { id: 'cells', name: t`In the list`, cell: (fault) => <LineCells fault={fault} list={list} /> },
    { id: 'field', name: t`Where`, cell: fieldOf },
    { id: 'message', name: t`What to mend`, cell: (fault) => fault.message },
  ];
  const download = (
    <ButtonAnchor href={`/files/imports/${list.id}/faults.csv`} download size="small" icon={<IconDownload aria-hidden />}>
      <Trans>Download</Trans>
    </ButtonAnchor>
  );
  return (
    <Card title={t`Lines that were left out`} intro={t`Mend them in the file, or in the download, and import it again: who is here already is not added twice.`} actions={download} flush>
      <Loaded read={faults}>
        {({ faults: rows, more }) => (
          <>
            <Table label={t`Lines that were left out`} columns={columns} rows={rows} rowKey={(fault) => `${fault.line} ${fault.field ?? ''} ${fault.cell ?? ''} ${fault.reason}`} />
            {more && (
              <p className="text-muted px-5 py-3 text-sm">
                <Trans>The first {rows.length} are shown; the download has all of them.</Trans>
              </p>
            )}
          </>
        )}
      </Loaded>
    </Card>
  );
}
