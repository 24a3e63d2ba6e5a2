import { Trans, useLingui } from '@lingui/react/macro';
import { Suspense } from 'react';
import { type Half, halfAt, type HalfDays, type Reason, reasonNames, reasons } from '~/lib/half-days';
import { useForm } from '~/lib/use-form';
import { useHalfDays } from '~/lib/use-half-days';
import { wallTimeAt } from '~/lib/wall';
import { DateField, FormDialog, notices, Problem, RadioGroup, Segments, Skeleton } from '~/ui';
import { type Answer, done } from '~/lib/api/answer';
import { addProof } from './photo';
import { PhotoField } from './photo-field';
import { announceAbsence, type DayItem } from './my-day';

type Span = 'half' | 'day' | 'longer';

interface Draft {
  readonly span: Span | null;
  readonly lastDay: string;
  readonly lastHalf: Half;
  readonly reason: Reason | null;
  readonly photo: File | null;
}

function halfDaysOf(item: DayItem, { span, lastDay, lastHalf }: Draft): HalfDays {
  const half = halfAt(wallTimeAt(item.startsAt, item.zone).minutes);
  const firstDay = item.day;
  if (span === 'day') return { firstDay, firstHalf: 'MORNING', lastDay: firstDay, lastHalf: 'AFTERNOON' };
  return span === 'longer' ? { firstDay, firstHalf: half, lastDay, lastHalf } : { firstDay, firstHalf: half, lastDay: firstDay, lastHalf: half };
}

/** An absence that was announced stands, also where its photo cannot be taken: that is said, and can be mended later. */
async function withPhoto(photo: File | null, announced: Answer<{ readonly id: string }>): Promise<Answer<Answer<unknown> | undefined>> {
  if (!announced.ok) return announced;
  return done(photo ? await addProof(announced.value.id, photo) : undefined);
}

/** Two taps: which half-days, and why in one word. */
export default function AbsenceDialog({ item, onClose }: { readonly item: DayItem; readonly onClose: () => void }) {
  const { t } = useLingui();
  const halfDays = useHalfDays();
  const form = useForm<Draft, Answer<unknown> | undefined>(
    { span: 'half', lastDay: item.day, lastHalf: 'AFTERNOON', reason: null, photo: null },
    async (draft) => withPhoto(draft.photo, await announceAbsence({ organisationId: item.organisationId, ...halfDaysOf(item, draft), reason: draft.reason ?? 'OTHER' })),
    (photo) => {
      notices.say({ tone: 'good', text: t`Announced. Your trainer sees it; your coordinator decides.` });
      if (photo && !photo.ok) notices.say({ tone: 'bad', text: photo.refusal.message });
      onClose();
    },
  );
  const { span, reason } = form.values;
  const say = (wish: Span): string => halfDays(halfDaysOf(item, { ...form.values, span: wish }));
  return (
    <FormDialog isOpen onClose={onClose} title={t`I can’t come`} submit={t`Announce the absence`} onSubmit={() => void form.submit()} isPending={form.isPending} isDisabled={reason === null}>
      <Problem problem={form.problem} />
      <RadioGroup<Span> label={t`When`} look="cards" options={[{ id: 'half', name: say('half') }, { id: 'day', name: say('day') }, { id: 'longer', name: t`Longer…` }]} {...form.field('span')} />
      {span === 'longer' && (
        <Suspense fallback={<Skeleton height="4rem" />}>
          <div className="grid items-end gap-4 sm:grid-cols-2">
            <DateField label={t`Last day`} min={item.day} {...form.field('lastDay')} />
            <Segments<Half> label={t`Until`} options={[{ id: 'MORNING', name: t`noon` }, { id: 'AFTERNOON', name: t`evening` }]} value={form.values.lastHalf} onChange={(lastHalf) => form.set({ lastHalf })} />
          </div>
        </Suspense>
      )}
      <RadioGroup<Reason> label={t`Why`} look="cards" options={reasons.map((id) => ({ id, name: t(reasonNames[id]) }))} {...form.field('reason')} />
      <PhotoField photo={form.values.photo} onPhoto={(photo) => form.set({ photo })} />
      <p className="field-help">
        <Trans>One word is enough: nobody asks for a diagnosis. Your centre tells you if it needs a proof.</Trans>
      </p>
    </FormDialog>
  );
}
