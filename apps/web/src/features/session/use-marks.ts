import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { notices } from '~/ui';
import { type Expected, mark, type Mark, type Sheet, type Status } from './operations';

const keyOf = (personId: string, unit: number): string => `${personId} ${unit}`;

export interface Marks {
  statusOf(person: Expected): Status | null;
  set(person: Expected, status: Status): void;
  /** All about whom nothing is said yet. */
  setRest(status: Status): void;
  readonly unmarked: readonly Expected[];
}

/** A tap shows at once; a refusal takes it back and says why. Announced absences are left to a tap of their own. */
export function useMarks(sheet: Sheet, unit: number): Marks {
  const { t } = useLingui();
  const [wished, setWished] = useState<ReadonlyMap<string, Status>>(new Map());
  const statusOf = (person: Expected): Status | null => wished.get(keyOf(person.personId, unit)) ?? person.marks.find((one) => one.unit === unit)?.status ?? null;
  const send = async (marks: readonly Mark[]): Promise<void> => {
    setWished((before) => new Map([...before, ...marks.map((one) => [keyOf(one.personId, one.unit), one.status] as const)]));
    const answer = await mark(sheet.id, marks).catch(() => undefined);
    if (answer?.ok) return;
    setWished((before) => new Map([...before].filter(([key]) => !marks.some((one) => keyOf(one.personId, one.unit) === key))));
    notices.say({ tone: 'bad', text: answer ? answer.refusal.message : t`No connection: this was not saved. Tap again in a moment.` });
  };
  const unmarked = sheet.people.filter((person) => statusOf(person) === null);
  return {
    statusOf,
    unmarked,
    set: (person, status) => void send([{ personId: person.personId, unit, status }]),
    setRest: (status) => void send(unmarked.filter((person) => person.absence === null).map(({ personId }) => ({ personId, unit, status }))),
  };
}
