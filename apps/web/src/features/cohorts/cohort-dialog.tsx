import { Trans, useLingui } from '@lingui/react/macro';
import { Suspense } from 'react';
import { plusDays, todayIn } from '~/lib/days';
import { type Language, languages, nameOf } from '~/lib/i18n/languages';
import { spoken } from '~/lib/i18n/i18n';
import { useForm } from '~/lib/use-form';
import { useCentre } from '~/lib/viewer';
import { Banner, DateField, FormDialog, Loaded, notices, NumberField, Problem, Select, Skeleton, Switch, TextField } from '~/ui';
import { type Cohort, createCohort, updateCohort, useFormChoices } from './operations';

interface Draft {
  readonly courseId: string | null;
  readonly name: string;
  readonly siteId: string | null;
  readonly language: Language | null;
  readonly capacity: number;
  readonly minimum: number;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly registrationOpensAt: string;
  readonly registrationClosesAt: string;
  readonly demandsPrerequisites: boolean;
}

interface CohortDialogProps {
  /** The cohort to change; a new one without it. */
  readonly cohort?: Cohort;
  /** With the id of what was made. */
  readonly onClose: (made?: string) => void;
}

const dayOf = (instant: string | null | undefined): string => instant?.slice(0, 10) ?? '';
/** Registration opens and closes with the day, as the reader's own clock has it. */
const instantOf = (day: string, end: boolean): string | null => (day === '' ? null : new Date(`${day}T${end ? '23:59:59' : '00:00:00'}`).toISOString());

export function CohortDialog({ cohort, onClose }: CohortDialogProps) {
  const { t } = useLingui();
  const choices = useFormChoices(useCentre().id);
  return (
    <Loaded read={choices} skeleton={<Skeleton height="1px" />}>
      {(found) =>
        !cohort && found.courses.length === 0 ? (
          <FormDialog isOpen onClose={() => onClose()} title={t`New cohort`} submit={t`Close`} onSubmit={() => onClose()}>
            <Banner tone="info" title={t`No course is published yet`}>
              <Trans>A cohort runs on a published course. Import or write a course, publish it, then come back.</Trans>
            </Banner>
          </FormDialog>
        ) : (
          <CohortForm cohort={cohort} choices={found} onClose={onClose} />
        )
      }
    </Loaded>
  );
}

type Choices = NonNullable<ReturnType<typeof useFormChoices>['data']>;

function CohortForm({ cohort, choices, onClose }: CohortDialogProps & { readonly choices: Choices }) {
  const { t } = useLingui();
  const centre = useCentre();
  const form = useForm<Draft, { cohortId: string }>(startOf(cohort, choices, todayIn(centre.zone)), (draft) => save(draft, cohort, centre.id), ({ cohortId }, { name }) => {
    notices.say({ tone: 'good', text: cohort ? t`${name} is saved.` : t`${name} is made. Now plan its sessions.` });
    onClose(cohort ? undefined : cohortId);
  });
  return (
    <FormDialog isOpen size="wide" onClose={() => onClose()} title={cohort ? t`Change the cohort` : t`New cohort`} submit={cohort ? t`Save` : t`Make the cohort`} onSubmit={() => void form.submit()} isPending={form.isPending}>
      <Problem problem={form.problem} />
      {!cohort && <Select label={t`Course`} help={t`The cohort keeps the version that is published today.`} options={choices.courses.map(({ id, title, courseVersion, lessons }) => ({ id, name: title, help: t`Version ${courseVersion}, ${lessons} lessons` }))} {...form.field('courseId')} />}
      <TextField label={t`Name`} placeholder={t`Web Dev Mons, spring`} autoFocus {...form.field('name')} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select label={t`Site`} options={choices.sites.map(({ id, name }) => ({ id, name }))} {...form.field('siteId')} />
        <Select label={t`Language`} options={languages.map((language) => ({ id: language, name: nameOf[language] }))} {...form.field('language')} />
        <NumberField label={t`Seats`} minValue={1} {...form.field('capacity')} />
        <NumberField label={t`Minimum`} help={t`With fewer, you decide whether it starts.`} minValue={1} {...form.field('minimum')} />
      </div>
      <Suspense fallback={<Skeleton height="9rem" />}>
        <div className="grid gap-4 sm:grid-cols-2">
          <DateField label={t`First day`} {...form.field('startsOn')} />
          <DateField label={t`Last day`} {...form.field('endsOn')} />
          <DateField label={t`Registration from`} optional {...form.field('registrationOpensAt')} />
          <DateField label={t`Registration until`} optional {...form.field('registrationClosesAt')} />
        </div>
      </Suspense>
      <Before titles={choices.courses.find(({ id }) => id === form.values.courseId)?.prerequisites ?? []} {...form.field('demandsPrerequisites')} />
    </FormDialog>
  );
}

/** Asked only where something comes before: registration refuses without it, or says it and leaves it to the learner. */
function Before({ titles, value, onChange }: { readonly titles: readonly string[]; readonly value: boolean; readonly onChange: (value: boolean) => void }) {
  const { t } = useLingui();
  if (titles.length === 0) return null;
  return (
    <Switch isSelected={value} onChange={onChange} help={t`What comes before: ${titles.join(', ')}. You can still enrol anybody yourself.`}>
      {t`Only who has completed what comes before can register`}
    </Switch>
  );
}

function startOf(cohort: Cohort | undefined, choices: Choices, today: string): Draft {
  if (!cohort) {
    const [first, last] = [plusDays(today, 14), plusDays(today, 104)];
    const course = choices.courses[0];
    return { courseId: course?.id ?? null, name: '', siteId: choices.sites[0]?.id ?? null, language: spoken(), capacity: 16, minimum: 8, startsOn: first, endsOn: last, registrationOpensAt: '', registrationClosesAt: '', demandsPrerequisites: false };
  }
  const { courseId, name, siteId, language, capacity, minimum, startsOn, endsOn, registrationOpensAt, registrationClosesAt, demandsPrerequisites } = cohort;
  return { courseId, name, siteId, language: languages.find((known) => known === language) ?? null, capacity, minimum, startsOn, endsOn, registrationOpensAt: dayOf(registrationOpensAt), registrationClosesAt: dayOf(registrationClosesAt), demandsPrerequisites };
}

function save({ courseId, registrationOpensAt, registrationClosesAt, ...draft }: Draft, cohort: Cohort | undefined, organisationId: string) {
  const facts = { ...draft, siteId: draft.siteId ?? '', language: draft.language ?? 'fr', registrationOpensAt: instantOf(registrationOpensAt, false), registrationClosesAt: instantOf(registrationClosesAt, true) };
  return cohort ? updateCohort(cohort, facts) : createCohort({ ...facts, organisationId, courseId: courseId ?? '' });
}
