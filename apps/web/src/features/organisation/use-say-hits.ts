import { useLingui } from '@lingui/react/macro';
import { notices } from '~/ui';
import { type Hits } from './operations';

/** A closing day may fall on bookings: they stay, and whoever entered it hears how many want another day. */
export function useSayHits(): (hits: Hits['hits']) => void {
  const { t } = useLingui();
  return (hits) => {
    const [first] = hits;
    if (first) notices.say({ tone: 'warn', text: t`Bookings that now fall on a closing day: ${hits.length}. The first: ${first.title ?? first.siteName}.` });
  };
}
