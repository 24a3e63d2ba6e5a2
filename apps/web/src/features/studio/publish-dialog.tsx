import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Refusal } from '~/lib/api/answer';
import { Badge, Banner, FormDialog, Loaded, Problem, Row, Rows } from '~/ui';
import { publish, type StudioCourse, type StudioTree, useDifferences } from './operations';
import { changeNames, kindNames } from './words';

interface PublishDialogProps {
  readonly course: StudioCourse;
  readonly tree: StudioTree;
  readonly onClose: () => void;
}

/** What the draft changes against the version before, and the button that makes it the one for new cohorts. */
export function PublishDialog({ course, tree, onClose }: PublishDialogProps) {
  const { t } = useLingui();
  const [problem, setProblem] = useState<Refusal | null>(null);
  const [isPending, setPending] = useState(false);
  const before = course.versions.find(({ state }) => state === 'published');
  const send = async (): Promise<void> => {
    setPending(true);
    const answer = await publish(course.id, tree.version).finally(() => setPending(false));
    if (answer.ok) onClose();
    else setProblem(answer.refusal);
  };
  return (
    <FormDialog isOpen size="wide" title={t`Publish version ${tree.number}`} submit={t`Publish`} onClose={onClose} onSubmit={() => void send()} isPending={isPending}>
      <Problem problem={problem} />
      <Banner><Trans>A published version never changes. New cohorts take it; running ones keep theirs.</Trans></Banner>
      {before ? <Differences beforeId={before.id} afterId={tree.id} /> : <p className="text-muted"><Trans>This is the first version.</Trans></p>}
    </FormDialog>
  );
}

function Differences({ beforeId, afterId }: { readonly beforeId: string; readonly afterId: string }) {
  const { t } = useLingui();
  const differences = useDifferences(beforeId, afterId);
  const name = (names: typeof kindNames, id: string): string => (names[id] ? t(names[id]) : id);
  return (
    <Loaded read={differences}>
      {(all) =>
        all.length === 0 ? (
          <p className="text-muted"><Trans>Nothing differs from the version before.</Trans></p>
        ) : (
          <Rows label={t`What changes`}>
            {all.map((difference, index) => (
              <Row key={index} title={difference.title} help={`${name(kindNames, difference.what)} ${difference.languages.join(', ')}`}>
                <Badge tone={difference.how === 'removed' ? 'bad' : difference.how === 'added' ? 'good' : 'plain'}>{name(changeNames, difference.how)}</Badge>
              </Row>
            ))}
          </Rows>
        )
      }
    </Loaded>
  );
}
