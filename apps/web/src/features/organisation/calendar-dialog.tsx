import { useLingui } from '@lingui/react/macro';
import { useForm } from '~/lib/use-form';
import { useCentre } from '~/lib/viewer';
import { CheckboxGroup, FormDialog, notices, Problem, Select, Switch, TextField } from '~/ui';
import { type CalendarDraft, type ClosureCalendar, type Hits, saveCalendar, type Site } from './operations';
import { useSayHits } from './use-say-hits';

interface CalendarDialogProps {
  readonly calendar?: ClosureCalendar;
  readonly sites: readonly Site[];
  readonly onClose: () => void;
}

export function CalendarDialog({ calendar, sites, onClose }: CalendarDialogProps) {
  const { t } = useLingui();
  const { id: organisationId } = useCentre();
  const sayHits = useSayHits();
  const start: CalendarDraft = calendar
    ? { name: calendar.name, publicHolidays: calendar.publicHolidays, community: calendar.community ?? 'none', siteIds: calendar.siteIds }
    : { name: t`Closing days`, publicHolidays: true, community: 'none', siteIds: sites.map((site) => site.id) };
  const form = useForm<CalendarDraft, Hits>(start, (draft) => saveCalendar(organisationId, calendar, draft), ({ hits }) => {
    notices.say({ tone: 'good', text: t`Saved.` });
    sayHits(hits);
    onClose();
  });
  const { value: publicHolidays, onChange: onHolidays } = form.field('publicHolidays');
  return (
    <FormDialog isOpen onClose={onClose} title={calendar?.name ?? t`Add a closure calendar`} submit={t`Save`} onSubmit={() => void form.submit()} isPending={form.isPending}>
      <Problem problem={form.problem} />
      <TextField label={t`Name`} autoFocus {...form.field('name')} />
      <Switch isSelected={publicHolidays} onChange={onHolidays} help={t`Computed for every year.`}>
        {t`Belgian public holidays`}
      </Switch>
      <Select
        label={t`Day of the Community`}
        options={[
          { id: 'none', name: t`None` },
          { id: 'FR', name: t`French Community, 27 September` },
          { id: 'NL', name: t`Flemish Community, 11 July` },
          { id: 'DE', name: t`German-speaking Community, 15 November` },
        ]}
        {...form.field('community')}
      />
      <CheckboxGroup label={t`For these sites`} options={sites.map(({ id, name }) => ({ id, name }))} {...form.field('siteIds')} />
    </FormDialog>
  );
}
