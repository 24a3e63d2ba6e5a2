import { useLingui } from '@lingui/react/macro';
import { type HalfDays } from './half-days';
import { capitalised } from './time';
import { useTimes } from './use-times';

/** "Lundi 23 novembre, matin" or "Du lundi 23 novembre au mercredi 25 novembre". */
export function useHalfDays(): (half: HalfDays) => string {
  const { t } = useLingui();
  const times = useTimes();
  return ({ firstDay, firstHalf, lastDay, lastHalf }) => {
    const [first, last] = [times.day(firstDay), times.day(lastDay)];
    if (firstDay !== lastDay) return t`From ${first} to ${last}`;
    if (firstHalf !== lastHalf) return t`${capitalised(first)}, all day`;
    return firstHalf === 'MORNING' ? t`${capitalised(first)}, morning` : t`${capitalised(first)}, afternoon`;
  };
}
