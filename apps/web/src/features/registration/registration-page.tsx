import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Refusal } from '~/lib/api/answer';
import { isLanguage, nameOf } from '~/lib/i18n/languages';
import { useTimes } from '~/lib/use-times';
import { hasRole, useCentre } from '~/lib/viewer';
import { Badge, Button, ButtonLink, Card, ConfirmDialog, EmptyState, Facts, Loaded, notices, Page, Problem, TextLink } from '~/ui';
import { Seats } from '~/ui/seats';
import { leave, type OpenCohort, register, useOpenCohorts } from './operations';
import { levelNames } from './words';

/** P2: cohorts that take registrations, with their seats, and the reader's own places. */
export default function RegistrationPage() {
  const { t } = useLingui();
  const centre = useCentre();
  return (
    <Page title={t`Registration`} intro={centre.name} width="reading">
      {hasRole(centre, 'learner') ? <OpenCohorts organisationId={centre.id} /> : <ForLearners />}
    </Page>
  );
}

function OpenCohorts({ organisationId }: { readonly organisationId: string }) {
  const { t } = useLingui();
  return (
    <Loaded read={useOpenCohorts()}>
      {(all) => {
        const cohorts = all.filter((cohort) => cohort.organisationId === organisationId);
        return cohorts.length === 0 ? (
          <Card>
            <EmptyState title={t`No cohort takes registrations now`}>
              <Trans>New dates appear here as soon as your centre opens them.</Trans>
            </EmptyState>
          </Card>
        ) : (
          <div className="stack">
            {cohorts.map((cohort) => (
              <OneCohort key={cohort.id} cohort={cohort} />
            ))}
          </div>
        );
      }}
    </Loaded>
  );
}

/** Somebody of the team followed a link that was meant for learners. */
const ForLearners = () => (
  <Card>
    <EmptyState title={<Trans>Learners take their place here</Trans>} actions={<ButtonLink to="/cohorts" look="main"><Trans>See the cohorts</Trans></ButtonLink>}>
      <Trans>You enrol learners yourself, on the page of a cohort.</Trans>
    </EmptyState>
  </Card>
);

function OneCohort({ cohort }: { readonly cohort: OpenCohort }) {
  const { t } = useLingui();
  const times = useTimes();
  const { registrationOpensAt, registrationClosesAt } = cohort;
  return (
    <Card title={cohort.name} intro={<CourseOf cohort={cohort} />}>
      <div className="stack justify-items-start">
        <Mine cohort={cohort} />
        <Facts facts={useFacts(cohort)} />
        {cohort.prerequisites.length > 0 && <Before cohort={cohort} />}
        {!cohort.mine && !cohort.takesRegistrations && registrationOpensAt && <p className="text-muted">{t`Registration opens on ${times.moment(registrationOpensAt)}.`}</p>}
        {!cohort.mine && cohort.takesRegistrations && registrationClosesAt && <p className="text-muted">{t`Registration is open until ${times.moment(registrationClosesAt)}.`}</p>}
        <Actions cohort={cohort} />
      </div>
    </Card>
  );
}

/** The course, with the way to what it is about where everybody may read that. */
function CourseOf({ cohort: { courseTitle, publicId } }: { readonly cohort: OpenCohort }) {
  return publicId && courseTitle ? <TextLink to="/catalogue/$publicId" params={{ publicId }}>{courseTitle}</TextLink> : courseTitle;
}

function useFacts(cohort: OpenCohort) {
  const { t } = useLingui();
  const times = useTimes();
  const { language, nextSessionAt, level } = cohort;
  const height = level ? levelNames[level] : undefined;
  return [
    { name: t`Dates`, value: `${times.date(cohort.startsOn)} – ${times.date(cohort.endsOn)}` },
    { name: t`Where`, value: cohort.siteName },
    { name: t`Language`, value: isLanguage(language) ? nameOf[language] : language },
    ...(height ? [{ name: t`Level`, value: t(height) }] : []),
    { name: t`Price`, value: cohort.price ?? t`Free` },
    ...(nextSessionAt ? [{ name: t`Next session`, value: times.moment(nextSessionAt, cohort.zone) }] : []),
    { name: t`Seats taken`, value: <Seats capacity={cohort.capacity} enrolled={cohort.enrolled} waiting={cohort.waiting} /> },
  ];
}

/** What should be known first. The cohort says whether one can register without: somebody may have learned it elsewhere. */
function Before({ cohort }: { readonly cohort: OpenCohort }) {
  const { t } = useLingui();
  return (
    <div>
      <p className="font-semibold">{t`What you should know before`}</p>
      <ul className="mt-1 grid gap-1.5">
        {cohort.prerequisites.map(({ title, level, isMet }) => (
          <li key={title} className="flex flex-wrap items-center gap-2">
            {title} {level && levelNames[level] && <Badge>{t(levelNames[level])}</Badge>} {isMet && <Badge tone="good">{t`You have completed it`}</Badge>}
          </li>
        ))}
      </ul>
      {isLocked(cohort) && <p className="text-muted mt-1.5">{t`You can register once you have completed it. If you learned it elsewhere, tell your centre, who can enrol you.`}</p>}
    </div>
  );
}

/** The cohort asks for what comes before, and the reader has not completed it. */
const isLocked = ({ mine, demandsPrerequisites, prerequisites }: OpenCohort): boolean => (!mine || mine.state === 'withdrawn') && demandsPrerequisites && prerequisites.some(({ isMet }) => !isMet);

function Mine({ cohort: { mine } }: { readonly cohort: OpenCohort }) {
  const { t } = useLingui();
  if (!mine) return null;
  if (mine.state === 'waiting') return <Badge tone="warn">{mine.before === 0 ? t`You are next on the waiting list` : t`On the waiting list, ${mine.before} before you`}</Badge>;
  if (mine.state === 'completed' || mine.state === 'graduated') return <Badge tone="good">{t`You have completed it`}</Badge>;
  if (mine.state === 'postponed') return <Badge>{t`Your place is postponed`}</Badge>;
  if (mine.state === 'active') return <Badge tone="good">{mine.groupName ? t`You have a place, ${mine.groupName}` : t`You have a place`}</Badge>;
  return null;
}

function Actions({ cohort }: { readonly cohort: OpenCohort }) {
  const { t } = useLingui();
  const [problem, setProblem] = useState<Refusal | null>(null);
  const [isPending, setPending] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const isIn = cohort.mine?.state === 'active' || cohort.mine?.state === 'waiting';
  const full = cohort.enrolled >= cohort.capacity || cohort.waiting > 0;
  const take = async (): Promise<void> => {
    setPending(true);
    const answer = await register(cohort.id).finally(() => setPending(false));
    setProblem(answer.ok ? null : answer.refusal);
    if (answer.ok) notices.say({ tone: 'good', text: answer.value.state === 'enrolled' ? t`You have a place in ${cohort.name}. Its sessions are in your agenda.` : t`You are on the waiting list of ${cohort.name}.` });
  };
  const giveUp = async (): Promise<void> => {
    setPending(true);
    const answer = await leave(cohort.id).finally(() => setPending(false));
    setLeaving(false);
    setProblem(answer.ok ? null : answer.refusal);
  };
  return (
    <>
      <Problem problem={problem} />
      <div className="form-actions">
        {!isIn && cohort.takesRegistrations && !isLocked(cohort) && (
          <Button look="main" onPress={take} isPending={isPending}>
            {full ? <Trans>Join the waiting list</Trans> : <Trans>Take a place</Trans>}
          </Button>
        )}
        {isIn && (
          <Button onPress={() => setLeaving(true)}>
            <Trans>Give up my place</Trans>
          </Button>
        )}
      </div>
      <ConfirmDialog isOpen={leaving} onClose={() => setLeaving(false)} title={t`Give up my place?`} confirm={t`Give it up`} onConfirm={() => void giveUp()} isPending={isPending}>
        <p>{t`Somebody else can have it at once. Its sessions leave your agenda.`}</p>
      </ConfirmDialog>
    </>
  );
}
