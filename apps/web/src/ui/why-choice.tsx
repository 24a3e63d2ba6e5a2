import { type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Select } from './select';

/** Why something was moved or cancelled, as the API names it. */
export type ChangeReason = 'TRAINER_AWAY' | 'ROOM_AWAY' | 'CLOSURE' | 'WEATHER' | 'STRIKE' | 'REQUEST';

const reasons: Readonly<Record<ChangeReason, MessageDescriptor>> = {
  TRAINER_AWAY: msg`The trainer is away.`,
  ROOM_AWAY: msg`The room is not available.`,
  CLOSURE: msg`The site is closed.`,
  WEATHER: msg`Because of the weather.`,
  STRIKE: msg`Because of a strike.`,
  REQUEST: msg`At somebody’s request.`,
};

/** One word of a list: everybody concerned reads it, so it names nobody. */
export function WhyChoice({ value, onChange }: { readonly value: ChangeReason | null; readonly onChange: (why: ChangeReason | null) => void }) {
  const { t } = useLingui();
  const options = [{ id: 'none' as const, name: t`Say no reason` }, ...(Object.keys(reasons) as ChangeReason[]).map((id) => ({ id, name: t(reasons[id]) }))];
  return <Select label={t`Reason, told to everybody concerned`} options={options} value={value ?? 'none'} onChange={(id) => onChange(id === 'none' ? null : id)} />;
}

export const WhoIsTold = () => (
  <p className="field-help">
    <Trans>Everybody concerned is told after ten minutes, so that it can be taken back; at once when it starts within two hours.</Trans>
  </p>
);
