import { useEffect, useState } from 'react';
import { FindPeopleDocument } from '~/generated/app/graphql';
import { useRead } from '~/lib/api/use-api';

export interface FoundPerson {
  readonly id: string;
  readonly name: string;
  readonly help: string;
}

/** People of a centre whose name, address or number holds what was typed; asked when the typing rests. */
export function useFindPeople(centreId: string | undefined, typed: string): readonly FoundPerson[] {
  const [search, setSearch] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed.trim()), 200);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data } = useRead(FindPeopleDocument, { organisationId: centreId ?? '', search }, { pause: centreId === undefined || search.length < 2 });
  if (!data || !('nodes' in data.people) || search.length < 2) return [];
  return data.people.nodes.map((person) => ({ id: person.personId, name: `${person.givenName} ${person.familyName}`.trim(), help: person.email ?? '' }));
}
