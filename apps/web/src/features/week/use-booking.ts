import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Answer, mapAnswer } from '~/lib/api/answer';
import { plusDays } from '~/lib/days';
import { useForm } from '~/lib/use-form';
import { useTimes } from '~/lib/use-times';
import { notices } from '~/ui';
import { type BoardResource } from './model';
import { type SeriesPreview, type Site, useWeekActions } from './operations';
import { type Repeating } from './repeat-fields';
import { type When } from './when-fields';

export type Purpose = 'booking' | 'blocked';

interface Draft extends When, Repeating {
  readonly title: string;
  readonly resourceId: string | null;
  readonly seats: number | null;
}

interface BookingFrame {
  readonly site: Site;
  readonly resources: readonly BoardResource[];
  readonly start: { readonly resourceId: string | undefined; readonly day: string };
  readonly onDone: () => void;
}

const PREVIEWED = 'previewed';

/** What the form of a booking sends: one, a reason why a room is out of use, or a series, whose dates are shown before they are taken. */
export function useBooking({ site, resources, start, onDone }: BookingFrame) {
  const actions = useWeekActions(site, resources);
  const say = useSaid();
  const [purpose, choose] = useState<Purpose>('booking');
  const [seen, setSeen] = useState<{ readonly of: string; readonly found: SeriesPreview } | null>(null);
  const resourceOf = ({ resourceId }: Draft) => resources.find((one) => one.id === resourceId);
  const wanted = (draft: Draft): Draft => ({ ...draft, seats: resourceOf(draft)?.shared ? draft.seats : null });
  const sendSeries = async (draft: Draft): Promise<Answer<unknown>> => {
    const repetition = { everyWeeks: Number(draft.every), by: draft.by, count: draft.count, until: draft.lastDay };
    if (seen?.of === JSON.stringify(draft)) return actions.bookSeries(draft, repetition);
    const found = await actions.previewSeries(draft, repetition);
    if (found.ok) setSeen({ of: JSON.stringify(draft), found: found.value });
    return mapAnswer(found, () => PREVIEWED);
  };
  const send = (draft: Draft): Promise<Answer<unknown>> => {
    if (purpose === 'blocked') return actions.block(draft);
    return draft.every === '0' ? actions.book(wanted(draft)) : sendSeries(wanted(draft));
  };
  const form = useForm<Draft, unknown>(blank(resources, start), send, (done, draft) => {
    if (done === PREVIEWED) return;
    say(purpose, draft);
    onDone();
  });
  const isSeries = purpose === 'booking' && form.values.every !== '0';
  const preview = isSeries && seen?.of === JSON.stringify(wanted(form.values)) ? seen.found : null;
  return { form, purpose, choose, resource: resourceOf(form.values), isSeries, preview };
}

function blank(resources: readonly BoardResource[], { resourceId, day }: BookingFrame['start']): Draft {
  const first = resourceId ?? resources.find((one) => one.kind === 'room')?.id ?? null;
  return { ...{ title: '', resourceId: first, seats: null, day, from: '09:00', until: '12:00' }, ...{ every: '0', by: 'count', count: 10, lastDay: plusDays(day, 7 * 12) } };
}

function useSaid() {
  const { t } = useLingui();
  const times = useTimes();
  return (purpose: Purpose, { title, day, every }: Draft): void => {
    const booked = every === '0' ? t`Booked: ${title}, ${times.day(day)}.` : t`Booked: ${title}, every date of the series.`;
    notices.say({ tone: 'good', text: purpose === 'booking' ? booked : t`Out of use: ${times.day(day)}.` });
  };
}
