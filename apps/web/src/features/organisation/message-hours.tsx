import { Trans, useLingui } from '@lingui/react/macro';
import { Suspense } from 'react';
import { plusDays } from '~/lib/days';
import { useKeptForm } from '~/lib/use-kept-form';
import { Button, Card, Form, notices, Problem, RadioGroup, Select, Skeleton, Switch, TimeField } from '~/ui';
import { type OrganisationFacts, saveOrganisation } from './operations';

const digests = ['none', 'daily', 'weekly'] as const;
type Digest = (typeof digests)[number];
/** A Monday, so that the days of a week have their names. */
const MONDAY = '2027-01-04';
const days = [1, 2, 3, 4, 5, 6, 7];

interface MessageHoursProps {
  readonly organisation: OrganisationFacts;
  readonly onSaved: () => void;
}

interface Draft {
  readonly quiet: boolean;
  readonly quietFrom: string;
  readonly quietUntil: string;
  readonly digest: Digest | null;
  readonly digestDailyAt: string;
  readonly digestWeeklyDay: string | null;
  readonly digestWeeklyAt: string;
}

const draftOf = (rules: OrganisationFacts): Draft => ({
  quiet: rules.quietFrom !== null,
  quietFrom: rules.quietFrom?.slice(0, 5) ?? '21:00',
  quietUntil: rules.quietUntil?.slice(0, 5) ?? '07:00',
  digest: digests.find((digest) => digest === rules.digest) ?? 'none',
  digestDailyAt: rules.digestDailyAt.slice(0, 5),
  digestWeeklyDay: String(rules.digestWeeklyDay),
  digestWeeklyAt: rules.digestWeeklyAt.slice(0, 5),
});

const rulesOf = ({ quiet, digest, digestWeeklyDay, ...draft }: Draft) => ({
  ...draft,
  quietFrom: quiet ? draft.quietFrom : null,
  quietUntil: quiet ? draft.quietUntil : null,
  digest: digest ?? 'none',
  digestWeeklyDay: Number(digestWeeklyDay ?? 5),
});

/** When mails of the centre reach people who chose no hours of their own. */
export function MessageHours({ organisation, onSaved }: MessageHoursProps) {
  const { t, i18n } = useLingui();
  const nameOfDay = (day: number): string => i18n.date(new Date(`${plusDays(MONDAY, day - 1)}T12:00:00Z`), { weekday: 'long', timeZone: 'UTC' });
  const form = useKeptForm({ version: organisation.version, values: draftOf(organisation) }, (draft, version) => saveOrganisation(organisation.id, version, rulesOf(draft)), () => {
    notices.say({ tone: 'good', text: t`Saved.` });
    onSaved();
  });
  const { value: quiet, onChange: onQuiet } = form.field('quiet');
  return (
    <Card className="max-w-2xl" title={t`When mails arrive`} intro={t`For everybody who chose nothing under “Me, Messages”. What is urgent comes at once.`}>
      <Form onSubmit={() => void form.submit()}>
        <Problem problem={form.problem} />
        <Switch isSelected={quiet} onChange={onQuiet}>{t`Quiet hours`}</Switch>
        <Suspense fallback={<Skeleton height="4rem" />}>
          {quiet && (
            <div className="grid grid-cols-2 gap-4">
              <TimeField label={t`From`} {...form.field('quietFrom')} />
              <TimeField label={t`Until`} {...form.field('quietUntil')} />
            </div>
          )}
          <RadioGroup<Digest>
            label={t`What can wait`}
            options={[
              { id: 'none', name: t`comes at once` },
              { id: 'daily', name: t`comes together, once a day` },
              { id: 'weekly', name: t`comes together, once a week` },
            ]}
            {...form.field('digest')}
          />
          <TimeField label={t`What comes once a day leaves at`} {...form.field('digestDailyAt')} />
          <div className="grid grid-cols-2 gap-4">
            <Select label={t`Once a week on`} options={days.map((day) => ({ id: String(day), name: nameOfDay(day) }))} {...form.field('digestWeeklyDay')} />
            <TimeField label={t`at`} {...form.field('digestWeeklyAt')} />
          </div>
        </Suspense>
        <div className="form-actions">
          <Button look="main" type="submit" isPending={form.isPending}>
            <Trans>Save</Trans>
          </Button>
        </div>
      </Form>
    </Card>
  );
}
