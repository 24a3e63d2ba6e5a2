import { Trans, useLingui } from '@lingui/react/macro';
import { Suspense, useState } from 'react';
import { todayIn } from '~/lib/days';
import { useForm } from '~/lib/use-form';
import { Button, CheckboxGroup, DateField, FormDialog, notices, NumberField, Problem, RadioGroup, Segments, Select, Skeleton, TextField, TimeField } from '~/ui';
import { IconPlus } from '~/ui/icons';
import { type Cohort, createSeries, previewSeries, type SeriesInput, type SeriesPreview } from './operations';
import { PreviewPanel } from './series-preview';
import { type SeriesDraft, seriesInput, startOfSeries } from './series-draft';
import { TakesFields } from './takes-fields';
import { sessionKinds, weekdays } from './words';

const kinds = Object.keys(sessionKinds) as SeriesDraft['kind'][];

/** A series: said as a rule, shown as dates, then planned: all of it or nothing. */
export function SeriesDialog({ cohort, onClose }: { readonly cohort: Cohort; readonly onClose: () => void }) {
  const { t } = useLingui();
  const [preview, setPreview] = useState<{ readonly of: SeriesInput; readonly found: SeriesPreview } | null>(null);
  const start = startOfSeries(cohort, todayIn(cohort.zone));
  const send = async (draft: SeriesDraft) => {
    const input = seriesInput(cohort.id, draft);
    if (preview && JSON.stringify(preview.of) === JSON.stringify(input)) return createSeries(input);
    const found = await previewSeries(input);
    if (found.ok) setPreview({ of: input, found: found.value });
    return found;
  };
  const form = useForm<SeriesDraft, object>(start, send, (value) => {
    if (!('seriesId' in value)) return;
    notices.say({ tone: 'good', text: t`The series is planned.` });
    onClose();
  });
  const isShown = preview !== null && JSON.stringify(preview.of) === JSON.stringify(seriesInput(cohort.id, form.values));
  const blocked = isShown && preview.found.dates.some(({ clashes }) => clashes.length > 0);
  return (
    <FormDialog isOpen size="wide" onClose={onClose} title={t`Plan a series`} submit={isShown ? t`Plan ${preview.found.dates.length} sessions` : t`Show the dates`} onSubmit={() => void form.submit()} isPending={form.isPending} isDisabled={blocked}>
      <Problem problem={form.problem} />
      <When form={form} />
      <What form={form} cohort={cohort} />
      <TakesFields value={form.values} onChange={(changes) => form.set(changes)} />
      {isShown && <PreviewPanel preview={preview.found} />}
    </FormDialog>
  );
}


type SeriesForm = ReturnType<typeof useForm<SeriesDraft, object>>;

function When({ form }: { readonly form: SeriesForm }) {
  const { t } = useLingui();
  const { values } = form;
  const set = (changes: Partial<SeriesDraft>): void => form.set(changes);
  return (
    <>
      <CheckboxGroup<string> label={t`Days`} options={weekdays.map((name, index) => ({ id: String(index + 1), name: t(name) }))} value={values.days} onChange={(days) => set({ days })} />
      <Suspense fallback={<Skeleton height="8rem" />}>
        {values.times.map((time, index) => (
          <div key={index} className="grid grid-cols-2 gap-4">
            <TimeField label={index === 0 ? t`From` : t`And from`} value={time.from} onChange={(from) => set({ times: values.times.map((each, at) => (at === index ? { ...each, from } : each)) })} />
            <TimeField label={t`Until`} value={time.until} onChange={(until) => set({ times: values.times.map((each, at) => (at === index ? { ...each, until } : each)) })} />
          </div>
        ))}
        <div>
          <Button size="small" icon={<IconPlus aria-hidden />} onPress={() => set({ times: [...values.times, { from: '13:00', until: '16:00' }] })} isDisabled={values.times.length >= 3}>
            <Trans>Second part of the day</Trans>
          </Button>
        </div>
        <div className="grid items-end gap-4 sm:grid-cols-2">
          <DateField label={t`First day`} {...form.field('from')} />
          <Segments
            label={t`How often`}
            value={String(values.everyWeeks)}
            onChange={(every) => set({ everyWeeks: Number(every) })}
            options={[
              { id: '1', name: t`Every week` },
              { id: '2', name: t`Every second week` },
            ]}
          />
        </div>
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <RadioGroup<'until' | 'count'>
            label={t`How long`}
            value={values.by}
            onChange={(by) => set({ by })}
            options={[
              { id: 'count', name: t`A number of sessions` },
              { id: 'until', name: t`Until a day` },
            ]}
          />
          {values.by === 'count' ? <NumberField label={t`Sessions`} minValue={1} {...form.field('count')} /> : <DateField label={t`Last day`} {...form.field('until')} />}
        </div>
      </Suspense>
    </>
  );
}

function What({ form, cohort }: { readonly form: SeriesForm; readonly cohort: Cohort }) {
  const { t } = useLingui();
  const { values } = form;
  const set = (changes: Partial<SeriesDraft>): void => form.set(changes);
  return (
    <>
      <RadioGroup<SeriesDraft['about']>
        label={t`What about`}
        value={values.about}
        onChange={(about) => set({ about })}
        options={[
          { id: 'LESSONS', name: t`The lessons of the course, in order` },
          { id: 'MODULES', name: t`Its modules, in order` },
          { id: 'TITLE', name: t`Something else` },
        ]}
      />
      {values.about === 'TITLE' && <TextField label={t`Title`} placeholder={t`Project day`} {...form.field('title')} />}
      <Select<SeriesDraft['kind']> label={t`What kind`} help={t`The agenda says it, and rules of reminders can be about one kind alone.`} options={kinds.map((id) => ({ id, name: t(sessionKinds[id].many) }))} value={values.kind} onChange={(kind) => set({ kind })} />
      {cohort.groups.length > 0 && <Select label={t`For whom`} options={[{ id: 'all', name: t`The whole cohort` }, ...cohort.groups.map(({ id, name }) => ({ id, name }))]} {...form.field('groupId')} />}
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label={t`Online meeting`} optional placeholder="https://" inputMode="url" {...form.field('link')} />
        <TextField label={t`What to bring`} optional {...form.field('bring')} />
      </div>
    </>
  );
}
