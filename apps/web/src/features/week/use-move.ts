import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Refusal } from '~/lib/api/answer';
import { notices } from '~/ui';
import { type AskedMove, type BoardResource, clockOf, type Move } from './model';
import { type Site, useWeekActions } from './operations';

/** Puts a booking elsewhere: it stands there at once, the database says whether it may, and Undo takes it back. */
export function useMove(site: Site, resources: readonly BoardResource[]) {
  const { t } = useLingui();
  const actions = useWeekActions(site, resources);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [asked, setAsked] = useState<readonly AskedMove[]>([]);

  const answered = (move: Move, version: number | null): void =>
    setAsked((all) => all.flatMap((one) => (one.move !== move ? [one] : version === null ? [] : [{ move, version }])));

  const put = async (wanted: Move): Promise<number | null> => {
    setRefusal(null);
    setAsked((all) => [...all.filter(({ move }) => move.entry.groupId !== wanted.entry.groupId), { move: wanted, version: null }]);
    let version: number | null = null;
    try {
      const answer = await actions.move(wanted);
      if (answer.ok) ({ version } = answer.value);
      else setRefusal(answer.refusal);
    } catch {
      setRefusal({ code: 'UNAVAILABLE', message: t`Nobody answered, so ${wanted.entry.title} stays where it was. Check your connection and try again.`, faults: [], details: [] });
    }
    answered(wanted, version);
    return version;
  };

  const move = async (wanted: Move): Promise<void> => {
    const { entry } = wanted;
    const version = await put(wanted);
    if (version === null) return;
    const back: Move = { entry: { ...entry, version, resourceId: wanted.resourceId }, resourceId: entry.resourceId, day: entry.day, from: entry.from, until: entry.until };
    notices.say({ tone: 'good', text: t`${entry.title} moved to ${clockOf(wanted.from)}–${clockOf(wanted.until)}.`, action: { name: t`Undo`, run: () => void put(back) } });
  };

  return { asked, move, refusal, forget: () => setRefusal(null) };
}
