import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { goes, stays, topicName, whatStays, whyItStays } from '~/lib/erasure-words';
import { Badge, ConfirmDialog, Loaded, Problem, Row, Rows } from '~/ui';
import { erase, type PersonLine, useErasurePreviewOf } from './operations';
import { useDeed } from './use-deed';

const route = getRouteApi('/inside/people');

interface EraseDialogProps {
  readonly person: PersonLine;
  readonly onClose: () => void;
}

/** The centre forgets a person. What stays, until when and why is read before. */
export function EraseDialog({ person, onClose }: EraseDialogProps) {
  const { t } = useLingui();
  const navigate = route.useNavigate();
  const preview = useErasurePreviewOf(person);
  const { problem, isPending, run } = useDeed(() => void navigate({ search: (before) => ({ ...before, person: undefined }) }));
  return (
    <ConfirmDialog isOpen onClose={onClose} title={t`Erase ${person.name}?`} confirm={t`Erase for good`} isPending={isPending} onConfirm={() => void run(erase(person), t`The centre has forgotten this person.`)}>
      <Problem problem={problem} />
      <p>
        <Trans>The centre forgets this person; what is booked is given back. Nobody can bring it back. An account of their own stays theirs.</Trans>
      </p>
      <Loaded read={preview}>
        {(lines) => (
          <>
            <p>
              <Trans>Goes at once:</Trans> {goes(lines).map((topic) => t(topicName(topic))).join(' · ')}
            </p>
            <h3 className="text-ink font-semibold">
              <Trans>What stays, and why</Trans>
            </h3>
            <Rows label={t`What stays, and why`}>
              {stays(lines).map((line) => (
                <Row key={`${line.topic} ${line.fate}`} title={t(whatStays(line))} help={t(whyItStays(line))}>
                  <Badge>{line.days === null ? t`while the centre exists` : t`${line.days} days`}</Badge>
                </Row>
              ))}
            </Rows>
          </>
        )}
      </Loaded>
    </ConfirmDialog>
  );
}
