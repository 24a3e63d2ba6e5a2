import { Trans, useLingui } from '@lingui/react/macro';
import { useForm } from '~/lib/use-form';
import { useTimes } from '~/lib/use-times';
import { useCentre } from '~/lib/viewer';
import { Button, Card, CheckboxGroup, Form, notices, Problem, RadioGroup, Row, Rows } from '~/ui';
import { IconCalendarOff } from '~/ui/icons';
import { type Calendar, type Community, createCalendar, type SetUpState } from './operations';
import { StepFoot } from './step-foot';

interface ClosuresStepProps {
  readonly state: SetUpState;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

type Choice = Community | 'none';
const communityOf = (choice: Choice | null): Community | null => (choice === 'none' ? null : choice);

/** Public holidays are computed; the Communities differ by one day and by their school holidays. */
export function ClosuresStep({ state, onBack, onNext }: ClosuresStepProps) {
  return (
    <>
      {state.calendars.map((calendar) => (
        <CalendarCard key={calendar.id} calendar={calendar} />
      ))}
      {state.calendars.length === 0 && <CalendarForm state={state} />}
      <StepFoot onBack={onBack} onNext={onNext} empty={state.calendars.length === 0} />
    </>
  );
}

function CalendarForm({ state }: { readonly state: SetUpState }) {
  const { t } = useLingui();
  const { id } = useCentre();
  const start: { readonly community: Choice | null; readonly siteIds: readonly string[] } = { community: 'FR', siteIds: state.sites.map((site) => site.id) };
  const form = useForm(start, (draft) => createCalendar(id, { name: t`Closing days`, community: communityOf(draft.community), siteIds: draft.siteIds }), () => {
    notices.say({ tone: 'good', text: t`Nothing is booked on closing days from now on.` });
  });
  return (
    <Card title={t`When are you closed?`} intro={t`Belgian public holidays are computed for every year. Bridges and school holidays you add later, under Organisation.`}>
      <Form onSubmit={() => void form.submit()}>
        <Problem problem={form.problem} />
        <RadioGroup<Choice>
          label={t`Day of the Community`}
          look="cards"
          options={[
            { id: 'FR', name: t`French Community`, help: t`27 September` },
            { id: 'NL', name: t`Flemish Community`, help: t`11 July` },
            { id: 'DE', name: t`German-speaking Community`, help: t`15 November` },
            { id: 'none', name: t`None` },
          ]}
          {...form.field('community')}
        />
        {state.sites.length > 1 && <CheckboxGroup label={t`For these sites`} options={state.sites.map(({ id: siteId, name }) => ({ id: siteId, name }))} {...form.field('siteIds')} />}
        <div className="form-actions">
          <Button look="main" type="submit" isPending={form.isPending}>
            <Trans>Enter the closing days</Trans>
          </Button>
        </div>
      </Form>
    </Card>
  );
}

function CalendarCard({ calendar }: { readonly calendar: Calendar }) {
  const times = useTimes();
  return (
    <Card title={calendar.name}>
      <Rows label={calendar.name}>
        {calendar.closed.map((day) => (
          <Row key={day.date} lead={<IconCalendarOff className="text-muted size-5 flex-none" aria-hidden />} title={day.name}>
            <time className="text-muted" dateTime={day.date}>
              {times.day(day.date)}
            </time>
          </Row>
        ))}
      </Rows>
    </Card>
  );
}
