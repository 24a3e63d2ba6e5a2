import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTimes } from '~/lib/use-times';
import { hasRole, useCentre } from '~/lib/viewer';
import { Badge, Button, Card, Facts, Loaded, Page, SkeletonRows, Tabs } from '~/ui';
import { IconPencil } from '~/ui/icons';
import { Seats } from '~/ui/seats';
import { CohortDialog } from './cohort-dialog';
import { InvitationsSwitch } from './invitations-switch';
import { type Cohort, useCohort } from './operations';
import { PeopleTab } from './people-tab';
import { SessionsTab } from './sessions-tab';
import { StateButtons } from './state-buttons';
import { useCohortWord } from './use-cohort-word';
import { WaitingTab } from './waiting-tab';
import { stateNames, stateTones } from './words';

const route = getRouteApi('/inside/cohorts/$cohortId');

/** C3: one cohort with its sessions, its people and who waits for a seat. */
export default function CohortPage() {
  const word = useCohortWord();
  const { cohortId } = route.useParams();
  const cohort = useCohort(cohortId);
  return cohort.data ? <OneCohort cohort={cohort.data} /> : <Page title={word} density="dense"><Loaded read={cohort} skeleton={<SkeletonRows rows={8} />}>{() => null}</Loaded></Page>;
}

function OneCohort({ cohort }: { readonly cohort: Cohort }) {
  const { t } = useLingui();
  const { tab = 'sessions' } = route.useSearch();
  const navigate = route.useNavigate();
  const [changing, setChanging] = useState(false);
  const mayRun = hasRole(useCentre(), 'coordinator', 'manager');
  const actions = mayRun && (
    <>
      <Button icon={<IconPencil aria-hidden />} onPress={() => setChanging(true)}>
        <Trans>Change</Trans>
      </Button>
      <StateButtons cohort={cohort} />
    </>
  );
  const items = [
    { id: 'sessions' as const, name: t`Sessions`, count: cohort.sessions, content: <SessionsTab cohort={cohort} mayRun={mayRun} /> },
    { id: 'people' as const, name: t`People`, count: cohort.enrolled, content: <PeopleTab cohort={cohort} mayRun={mayRun} /> },
    { id: 'waiting' as const, name: t`Waiting list`, count: cohort.waiting, content: <WaitingTab cohort={cohort} mayRun={mayRun} /> },
  ];
  return (
    <Page title={cohort.name} intro={cohort.courseTitle ?? undefined} density="dense" actions={actions}>
      <div className="stack">
        <Head cohort={cohort} mayRun={mayRun} />
        <Tabs label={t`Parts of the cohort`} items={items} selected={tab} onSelect={(next) => void navigate({ search: (before) => ({ ...before, tab: next === 'sessions' ? undefined : next }) })} />
      </div>
      {changing && <CohortDialog cohort={cohort} onClose={() => setChanging(false)} />}
    </Page>
  );
}

function Head({ cohort, mayRun }: { readonly cohort: Cohort; readonly mayRun: boolean }) {
  const { t } = useLingui();
  const times = useTimes();
  const { registrationOpensAt: from, registrationClosesAt: until } = cohort;
  const window = from || until ? [from && t`from ${times.moment(from)}`, until && t`until ${times.moment(until)}`].filter(Boolean).join(' ') : t`whenever the cohort is open`;
  return (
    <Card>
      <div className="grid items-start gap-6 sm:grid-cols-[auto_1fr]">
        <div className="flex flex-col items-start gap-3">
          <Badge tone={stateTones[cohort.state]}>{t(stateNames[cohort.state])}</Badge>
          <Seats capacity={cohort.capacity} enrolled={cohort.enrolled} waiting={cohort.waiting} minimum={cohort.minimum} />
          <span className="text-muted text-sm">{t`Minimum ${cohort.minimum}`}</span>
        </div>
        <Facts
          facts={[
            { name: t`Dates`, value: `${times.date(cohort.startsOn)} – ${times.date(cohort.endsOn)}` },
            { name: t`Site`, value: cohort.siteName },
            { name: t`Course version`, value: cohort.courseVersion },
            { name: t`Next session`, value: cohort.nextSessionAt ? times.moment(cohort.nextSessionAt, cohort.zone) : t`none planned` },
            { name: t`Trainers`, value: cohort.trainers.map(({ name }) => name).join(', ') || t`nobody yet` },
            { name: t`Registration`, value: cohort.takesRegistrations ? t`open` : window },
          ]}
        />
      </div>
      {mayRun && <InvitationsSwitch cohort={cohort} />}
    </Card>
  );
}
