import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Answer } from '~/lib/api/answer';
import { Badge, Button, ButtonLink, Card, type Column, EmptyState, Loaded, MenuItem, MenuSeparator, notices, Pagination, RowMenu, Table } from '~/ui';
import { IconUpload, IconUserPlus, IconUsers } from '~/ui/icons';
import { EnrolDialog } from './enrol-dialog';
import { GroupsDialog } from './groups-dialog';
import { changeEnrolment, type Cohort, type Learner, useLearners } from './operations';
import { TransferDialog } from './transfer-dialog';
import { learnerActions, learnerStates, learnerTones } from './words';

interface TabProps {
  readonly cohort: Cohort;
  readonly mayRun: boolean;
}

/** Who is in the cohort: enrol, import, states, groups, another cohort. */
export function PeopleTab({ cohort, mayRun }: TabProps) {
  const { t } = useLingui();
  const [after, setAfter] = useState<string | undefined>();
  const [doing, setDoing] = useState<'enrol' | 'groups' | Learner | null>(null);
  const learners = useLearners(cohort.id, after);
  const isOver = cohort.state === 'COMPLETED' || cohort.state === 'CANCELLED';
  const actions = mayRun && !isOver && (
    <>
      <Button icon={<IconUsers aria-hidden />} onPress={() => setDoing('groups')}>
        <Trans>Groups</Trans>
      </Button>
      <ButtonLink to="/people/import" search={{ cohort: cohort.id }} icon={<IconUpload aria-hidden />}>
        <Trans>Import a list</Trans>
      </ButtonLink>
      <Button look="main" icon={<IconUserPlus aria-hidden />} onPress={() => setDoing('enrol')}>
        <Trans>Enrol</Trans>
      </Button>
    </>
  );
  return (
    <div className="stack">
      {actions && <div className="toolbar">{actions}</div>}
      <Card flush>
        <Loaded read={learners}>
          {(page) =>
            page.learners.length === 0 ? (
              <EmptyState title={t`Nobody is enrolled yet`}>
                <Trans>Enrol people of the centre, import a list, or open registration so that learners come by themselves.</Trans>
              </EmptyState>
            ) : (
              <>
                <LearnerTable cohort={cohort} learners={page.learners} mayRun={mayRun} onTransfer={setDoing} />
                <Pagination shown={page.learners.length} onNext={page.next === null ? undefined : () => setAfter(page.next ?? undefined)} onFirst={after === undefined ? undefined : () => setAfter(undefined)} />
              </>
            )
          }
        </Loaded>
      </Card>
      {doing === 'enrol' && <EnrolDialog cohort={cohort} onClose={() => setDoing(null)} />}
      {doing === 'groups' && <GroupsDialog cohort={cohort} onClose={() => setDoing(null)} />}
      {typeof doing === 'object' && doing !== null && <TransferDialog cohort={cohort} learner={doing} onClose={() => setDoing(null)} />}
    </div>
  );
}

interface LearnerTableProps {
  readonly cohort: Cohort;
  readonly learners: readonly Learner[];
  readonly mayRun: boolean;
  readonly onTransfer: (learner: Learner) => void;
}

function LearnerTable({ cohort, learners, mayRun, onTransfer }: LearnerTableProps) {
  const { t } = useLingui();
  const columns: readonly Column<Learner>[] = [
    { id: 'name', name: t`Name`, main: true, cell: ({ name }) => name },
    { id: 'email', name: t`E-mail`, cell: ({ email }) => <span className="text-muted break-all">{email}</span> },
    { id: 'group', name: t`Group`, cell: ({ groupId }) => cohort.groups.find(({ id }) => id === groupId)?.name ?? '' },
    { id: 'state', name: t`State`, cell: ({ state }) => <Badge tone={learnerTones[state]}>{t(learnerStates[state])}</Badge> },
    ...(learners.some(({ lacks }) => lacks.length > 0) ? [lacksColumn(t`Not completed here`)] : []),
    { id: 'clashing', name: t`Clashes`, cell: ({ clashing }) => (clashing > 0 ? <Badge tone="warn">{t`${clashing} sessions clash`}</Badge> : null) },
  ];
  const actions = (learner: Learner) => <LearnerMenu cohort={cohort} learner={learner} onTransfer={() => onTransfer(learner)} />;
  return <Table label={t`Learners`} columns={columns} rows={learners} rowKey={({ personId }) => personId} actions={mayRun ? actions : undefined} />;
}

/** What comes before the course and somebody has not completed: a note for who enrols, no refusal. */
export const lacksColumn = <Person extends { readonly lacks: readonly string[] }>(name: string): Column<Person> => ({
  id: 'lacks',
  name,
  cell: ({ lacks }) => (lacks.length > 0 ? <span className="flex flex-wrap gap-1">{lacks.map((title) => <Badge key={title} tone="warn">{title}</Badge>)}</span> : null),
});

function LearnerMenu({ cohort, learner, onTransfer }: { readonly cohort: Cohort; readonly learner: Learner; readonly onTransfer: () => void }) {
  const { t } = useLingui();
  const change = async (wanted: Parameters<typeof changeEnrolment>[2]): Promise<void> => tell(await changeEnrolment(cohort.id, learner, wanted), t`${learner.name}: saved.`);
  return (
    <RowMenu label={t`Change ${learner.name}`}>
      {learner.next.map((to) => (
        <MenuItem key={to} onAction={() => void change({ to })}>{t(learnerActions[to])}</MenuItem>
      ))}
      {cohort.groups.length > 0 && <MenuSeparator />}
      {cohort.groups.map(({ id, name }) => (
        <MenuItem key={id} ticked={id === learner.groupId} onAction={() => void change({ groupId: id === learner.groupId ? null : id })}>{name}</MenuItem>
      ))}
      {learner.state === 'ACTIVE' && <MenuSeparator />}
      {learner.state === 'ACTIVE' && <MenuItem onAction={onTransfer}>{t`Move to another cohort…`}</MenuItem>}
    </RowMenu>
  );
}

export function tell(answer: Answer<unknown>, text: string): void {
  notices.say(answer.ok ? { tone: 'good', text } : { tone: 'bad', text: answer.refusal.message });
}
