import { Trans, useLingui } from '@lingui/react/macro';
import { Suspense } from 'react';
import { capitalised } from '~/lib/time';
import { useKeptForm } from '~/lib/use-kept-form';
import { type Centre, useViewer } from '~/lib/viewer';
import { zones } from '~/lib/zones';
import { Button, Card, Form, IconButton, Loaded, notices, Problem, Select, Skeleton, TimeField } from '~/ui';
import { IconPlus, IconTrash } from '~/ui/icons';
import { AvailabilityDays } from './availability-days';
import { type MyHours, saveAvailability, useAvailability } from './operations';

/** When who teaches or looks after a centre can be booked there, week after week: whoever plans sees it on the board. */
export function Availability({ centre }: { readonly centre: Centre }) {
  const { personId } = useViewer();
  const said = useAvailability(centre.id, personId);
  return <Loaded read={said}>{(own) => <Hours key={centre.id} centre={centre} own={own} />}</Loaded>;
}

type Line = MyHours['weekly'][number];

interface Draft {
  readonly lines: MyHours['weekly'];
  readonly days: MyHours['exceptions'];
  readonly zone: string;
}

const FIRST: Line = { __typename: 'WeeklyHours', weekday: 1, opens: '09:00', closes: '17:00', fromDate: null, untilDate: null };

/** The line after the last one: the same hours on the next day. */
const next = (lines: readonly Line[]): Line => {
  const last = lines.at(-1);
  return last ? { ...last, weekday: (last.weekday % 7) + 1 } : FIRST;
};

function useHoursForm(centre: Centre, own: MyHours) {
  const { t } = useLingui();
  const values: Draft = { lines: own.weekly, days: own.exceptions, zone: own.version === 0 ? centre.zone : own.zone };
  const send = ({ lines, days, zone }: Draft, version: number) => saveAvailability(centre.id, { ...own, version, weekly: lines, exceptions: days, zone });
  const form = useKeptForm({ version: own.version, values }, send, () => notices.say({ tone: 'good', text: t`Saved.` }));
  const submit = (): void => {
    if (form.values.days.every(({ date }) => date !== '')) void form.submit();
    else form.mark({ days: t`Choose the day.` });
  };
  return { ...form, submit };
}

function Hours({ centre, own }: { readonly centre: Centre; readonly own: MyHours }) {
  const { t } = useLingui();
  const form = useHoursForm(centre, own);
  const { lines } = form.values;
  return (
    <Card>
      <Form onSubmit={form.submit}>
        <Problem problem={form.problem} />
        <p className="field-help">
          <Trans>When you can be booked at {centre.name}. Whoever plans sees it on the week board and may still ask you for another hour. Leave is entered for single days.</Trans>
        </p>
        <Suspense fallback={<Skeleton height="6rem" />}>
          {lines.map((line, index) => (
            <HoursLine key={index} line={line} onChange={(changed) => form.set({ lines: lines.with(index, changed) })} onRemove={() => form.set({ lines: lines.toSpliced(index, 1) })} />
          ))}
        </Suspense>
        {lines.length === 0 && (
          <p className="text-muted">
            <Trans>You have not said anything yet: all hours count as possible.</Trans>
          </p>
        )}
        <Button className="justify-self-start" icon={<IconPlus aria-hidden />} onPress={() => form.set({ lines: [...lines, next(lines)] })}>
          <Trans>Add hours</Trans>
        </Button>
        <Suspense fallback={<Skeleton height="6rem" />}>
          <AvailabilityDays {...form.field('days')} />
        </Suspense>
        <Select label={t`Time zone`} options={zones(form.values.zone)} {...form.field('zone')} />
        <div className="form-actions">
          <Button look="main" type="submit" isPending={form.isPending}>
            <Trans>Save</Trans>
          </Button>
        </div>
      </Form>
    </Card>
  );
}

interface LineProps {
  readonly line: Line;
  readonly onChange: (line: Line) => void;
  readonly onRemove: () => void;
}

function HoursLine({ line, onChange, onRemove }: LineProps) {
  const { t, i18n } = useLingui();
  // The first of January 2024 was a Monday.
  const nameOf = (weekday: number): string => capitalised(new Intl.DateTimeFormat(i18n.locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, weekday)));
  const days = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ id: String(weekday), name: nameOf(weekday) }));
  const what = `${nameOf(line.weekday)} ${line.opens}–${line.closes}`;
  return (
    <fieldset className="grid grid-cols-[1fr_1fr_auto] items-end gap-3 sm:grid-cols-[2fr_1fr_1fr_auto]">
      <legend className="seen-by-readers-only">{what}</legend>
      <Select className="col-span-3 sm:col-span-1" label={t`Day`} options={days} value={String(line.weekday)} onChange={(weekday) => onChange({ ...line, weekday: Number(weekday) })} />
      <TimeField label={t`From`} value={line.opens} onChange={(opens) => onChange({ ...line, opens })} />
      <TimeField label={t`Until`} value={line.closes} onChange={(closes) => onChange({ ...line, closes })} />
      <IconButton label={t`Remove ${what}`} onPress={onRemove}>
        <IconTrash aria-hidden />
      </IconButton>
    </fieldset>
  );
}
