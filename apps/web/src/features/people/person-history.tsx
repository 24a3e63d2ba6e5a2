import { Trans, useLingui } from '@lingui/react/macro';
import { auditWords } from '~/lib/audit-words';
import { useTimes } from '~/lib/use-times';
import { Badge, Button, Drawer, Loaded, Row, Rows } from '~/ui';
import { type PersonLine } from './operations';
import { type HistoryEntry, useHistory } from './history-operations';

interface PersonHistoryProps {
  readonly person: PersonLine;
  readonly onClose: () => void;
}

/** Who did what about a person, the newest first. The person may ask to read it. */
export function PersonHistory({ person, onClose }: PersonHistoryProps) {
  const { t } = useLingui();
  const history = useHistory(person);
  return (
    <Drawer isOpen onClose={onClose} title={t`History of ${person.name}`} foot={<Button onPress={onClose}>{t`Back`}</Button>}>
      <Loaded read={history}>
        {({ entries, more }) => (
          <>
            {entries.length === 0 && (
              <p className="text-muted">
                <Trans>Nothing was recorded yet.</Trans>
              </p>
            )}
            <Rows label={t`History of ${person.name}`}>
              {entries.map((entry) => (
                <Entry key={entry.id} entry={entry} />
              ))}
            </Rows>
            {more && (
              <p className="text-muted text-sm">
                <Trans>Older entries stand in the audit trail under Operations.</Trans>
              </p>
            )}
          </>
        )}
      </Loaded>
    </Drawer>
  );
}

function Entry({ entry }: { readonly entry: HistoryEntry }) {
  const { t } = useLingui();
  const times = useTimes();
  const act = auditWords[entry.action];
  const who = entry.actorName ?? t`The system`;
  return (
    <Row
      title={act ? t(act) : <code className="font-mono text-sm">{entry.action}</code>}
      help={
        <>
          <time dateTime={entry.at}>{times.moment(entry.at)}</time>, {who}
          {entry.reason !== null && <>. {entry.reason}</>}
        </>
      }
    >
      {entry.refused && <Badge tone="warn">{t`refused`}</Badge>}
    </Row>
  );
}
