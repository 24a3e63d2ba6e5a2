import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Refusal } from '~/lib/api/answer';
import { useTimes } from '~/lib/use-times';
import { useCentre } from '~/lib/viewer';
import { Badge, BareButton, Card, FileDrop, Loaded, Problem, Row, Rows, Select, Spinner } from '~/ui';
import { type PastImport, type Uploaded, upload, usePastImports } from './operations';
import { stateNames, stateTones } from './words';

interface ChooseFileProps {
  readonly onUploaded: (uploaded: Uploaded) => void;
  readonly onOpen: (importId: string) => void;
}

export function ChooseFile({ onUploaded, onOpen }: ChooseFileProps) {
  const { t } = useLingui();
  const { id: organisationId } = useCentre();
  const past = usePastImports(organisationId);
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const [workbook, setWorkbook] = useState<Workbook | null>(null);
  const send = async (file: File, sheet?: string): Promise<void> => {
    setPending(true);
    setProblem(null);
    const answer = await upload(organisationId, file, sheet).finally(() => setPending(false));
    if (answer.ok) onUploaded(answer.value);
    else {
      setProblem(answer.refusal);
      setWorkbook(answer.sheets && answer.sheets.length > 1 ? { file, sheets: answer.sheets, sheet } : null);
    }
  };
  return (
    <>
      <Card title={t`Which list?`} intro={t`The first line names the columns: first name, family name, e-mail, telephone, role, site… in any order and language.`}>
        <div className="stack">
          <Problem problem={problem} />
          {workbook && !isPending && (
            <Select
              className="max-w-sm"
              label={t`Another sheet`}
              help={t`This one cannot be read as a list. Which one holds it?`}
              options={workbook.sheets.map((name) => ({ id: name, name }))}
              value={workbook.sheet ?? null}
              onChange={(sheet) => void send(workbook.file, sheet)}
            />
          )}
          {isPending ? (
            <p className="text-muted flex items-center gap-2" role="status">
              <Spinner label={t`The file is being read`} /> <Trans>The file is being read.</Trans>
            </p>
          ) : (
            <FileDrop label={t`Drop a list here`} help={t`CSV or Excel (.xlsx), up to a million lines`} accepts={['.csv', '.txt', '.xlsx']} onFile={(file) => void send(file)} />
          )}
        </div>
      </Card>
      <Loaded read={past}>{(imports) => (imports.length === 0 ? null : <Past imports={imports} onOpen={onOpen} />)}</Loaded>
    </>
  );
}

/** A file that was refused for one of its sheets, kept here to be sent again with another one. */
interface Workbook {
  readonly file: File;
  readonly sheets: readonly string[];
  readonly sheet: string | undefined;
}

function Past({ imports, onOpen }: { readonly imports: readonly PastImport[]; readonly onOpen: (importId: string) => void }) {
  const { t } = useLingui();
  const times = useTimes();
  return (
    <Card title={t`Earlier lists`}>
      <Rows label={t`Earlier lists`}>
        {imports.map((list) => (
          <Row
            key={list.id}
            title={
              <BareButton className="link" onPress={() => onOpen(list.id)}>
                {list.fileName}
              </BareButton>
            }
            help={
              <>
                {times.moment(list.createdAt)}, <Trans>{list.rowsRead} lines read, {list.added} added, {list.skipped} left out</Trans>
              </>
            }
          >
            {list.dryRun && <Badge>{t`only tried`}</Badge>}
            <State state={list.state} />
          </Row>
        ))}
      </Rows>
    </Card>
  );
}

function State({ state }: { readonly state: string }) {
  const { t } = useLingui();
  const name = stateNames[state];
  return <Badge tone={stateTones[state]}>{name ? t(name) : state}</Badge>;
}
