import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { type ComponentProps, useState } from 'react';
import { useCentre } from '~/lib/viewer';
import { ButtonLink, Loaded, Page, Stepper } from '~/ui';
import { ChooseFile } from './choose-file';
import { Columns } from './columns';
import { type PeopleImport, type Uploaded, useImport } from './operations';
import { Outcome } from './outcome';
import { Running } from './running';

const route = getRouteApi('/inside/people/import');

/** C6: a list of people from a spreadsheet. Nothing is written before it was tried. */
export default function ImportPage() {
  const { t } = useLingui();
  const { import: importId, cohort: cohortId } = route.useSearch();
  const navigate = route.useNavigate();
  const [uploaded, setUploaded] = useState<Uploaded | null>(null);
  const open = (id: string | undefined): void => void navigate({ search: (before) => ({ ...before, import: id }) });
  const take = (next: Uploaded): void => {
    setUploaded(next);
    open(next.importId);
  };
  const back = (
    <ButtonLink to="/people">
      <Trans>Back to People</Trans>
    </ButtonLink>
  );
  return (
    <Page title={t`Import people`} intro={useCentre().name} density="dense" actions={back}>
      {importId === undefined ? (
        <div className="stack">
          <Steps now={0} />
          <ChooseFile onUploaded={take} onOpen={open} />
        </div>
      ) : (
        <OneImport key={importId} importId={importId} cohortId={cohortId} uploaded={uploaded?.importId === importId ? uploaded : null} onTurned={setUploaded} onAnother={() => open(undefined)} />
      )}
    </Page>
  );
}

function Steps({ now }: { readonly now: number }) {
  const { t } = useLingui();
  return <Stepper label={t`Import people`} steps={[t`File`, t`Columns`, t`Try`, t`Done`]} now={now} />;
}

interface OneImportProps {
  readonly importId: string;
  readonly cohortId: string | undefined;
  readonly uploaded: Uploaded | null;
  readonly onTurned: (uploaded: Uploaded) => void;
  readonly onAnother: () => void;
}

function OneImport({ importId, cohortId, uploaded, onTurned, onAnother }: OneImportProps) {
  const found = useImport(importId);
  const [mending, setMending] = useState(false);
  const go = (): void => {
    setMending(false);
    found.again();
  };
  return (
    <Loaded read={found}>
      {(list) => (
        <div className="stack">
          <Steps now={stepOf(list, mending)} />
          {list.state === 'uploaded' || mending ? (
            <ColumnsOf list={list} uploaded={uploaded} cohortId={cohortId ?? list.cohortId ?? undefined} onTurned={onTurned} onStarted={go} onAnother={onAnother} />
          ) : list.state === 'waiting' || list.state === 'running' ? (
            <Running list={list} again={found.again} />
          ) : (
            <Outcome list={list} onMend={() => setMending(true)} onStarted={go} onAnother={onAnother} />
          )}
        </div>
      )}
    </Loaded>
  );
}

/** Begins anew with each sheet; what was seen of another one says nothing about this. */
function ColumnsOf({ uploaded, ...props }: ComponentProps<typeof Columns>) {
  const { sheet = null } = props.list;
  const seen = uploaded?.sheet === sheet ? uploaded : null;
  return <Columns key={`${sheet} ${seen === null}`} {...props} uploaded={seen} />;
}

function stepOf({ state, dryRun }: PeopleImport, mending: boolean): number {
  if (state === 'uploaded' || mending) return 1;
  if (dryRun) return 2;
  return state === 'done' ? 4 : 3;
}
