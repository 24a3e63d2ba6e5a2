import { Trans, useLingui } from '@lingui/react/macro';
import { useTimes } from '~/lib/use-times';
import { Button, Card, type Column, EmptyState, Loaded, Table } from '~/ui';
import { type Cohort, enrolLearners, removeFromWaitingList, useWaitingList, type Waiting } from './operations';
import { lacksColumn, tell } from './people-tab';

/** Who waits, in the order in which they came; a freed seat is given by hand. */
export function WaitingTab({ cohort, mayRun }: { readonly cohort: Cohort; readonly mayRun: boolean }) {
  const { t } = useLingui();
  const times = useTimes();
  const waiting = useWaitingList(cohort.id);
  const free = Math.max(0, cohort.capacity - cohort.enrolled);
  const give = async ({ personId, name }: Waiting): Promise<void> => tell(await enrolLearners(cohort.id, [personId]), t`${name} has a seat now.`);
  const remove = async ({ personId, name }: Waiting): Promise<void> => tell(await removeFromWaitingList(cohort.id, personId), t`${name} is off the list.`);
  const lacking = waiting.data?.some(({ lacks }) => lacks.length > 0);
  const columns: readonly Column<Waiting>[] = [
    { id: 'position', name: t`Place`, cell: ({ position }) => <span className="figures">{position}</span> },
    { id: 'name', name: t`Name`, main: true, cell: ({ name }) => name },
    { id: 'email', name: t`E-mail`, cell: ({ email }) => <span className="text-muted break-all">{email}</span> },
    ...(lacking ? [lacksColumn<Waiting>(t`Not completed here`)] : []),
    { id: 'since', name: t`Since`, cell: ({ since }) => times.ago(since) },
  ];
  const actions = (person: Waiting) => (
    <span className="flex gap-2">
      <Button size="small" look={free > 0 ? 'main' : 'plain'} isDisabled={free === 0} onPress={() => give(person)} aria-label={t`Give a seat: ${person.name}`}>
        <Trans>Give a seat</Trans>
      </Button>
      <Button size="small" onPress={() => remove(person)} aria-label={t`Remove ${person.name}`}>
        <Trans>Remove</Trans>
      </Button>
    </span>
  );
  return (
    <Card flush title={free > 0 && cohort.waiting > 0 ? t`${free} seats are free` : undefined}>
      <Loaded read={waiting}>
        {(people) =>
          people.length === 0 ? (
            <EmptyState title={t`Nobody is waiting`}>
              <Trans>When all seats are taken, whoever registers waits here, in order.</Trans>
            </EmptyState>
          ) : (
            <Table label={t`Waiting list`} columns={columns} rows={people} rowKey={({ personId }) => personId} actions={mayRun ? actions : undefined} />
          )
        }
      </Loaded>
    </Card>
  );
}
