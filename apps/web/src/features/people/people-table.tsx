import { useLingui } from '@lingui/react/macro';
import { useRoleName } from '~/lib/use-role-name';
import { Avatar, Badge, type Column, PlainLink, Table } from '~/ui';
import { type PersonLine } from './operations';
import { stateNames, stateTones } from './words';

export function PeopleTable({ people }: { readonly people: readonly PersonLine[] }) {
  const { t } = useLingui();
  const roleName = useRoleName();
  const columns: readonly Column<PersonLine>[] = [
    {
      id: 'name',
      name: t`Name`,
      main: true,
      cell: (person) => (
        <PlainLink from="/people" to="/people" search={(before) => ({ ...before, person: person.personId })} className="flex items-center gap-3 rounded-field hover:underline">
          <Avatar name={person.name} id={person.personId} size="small" />
          {person.name}
        </PlainLink>
      ),
    },
    { id: 'email', name: t`E-mail`, cell: (person) => <span className="text-muted break-all">{person.email}</span> },
    {
      id: 'roles',
      name: t`Roles`,
      cell: (person) => (
        <span className="flex flex-wrap gap-1">
          {person.roles.map((role) => (
            <Badge key={role}>{roleName(role)}</Badge>
          ))}
        </span>
      ),
    },
    { id: 'site', name: t`Site`, cell: (person) => person.siteName ?? '' },
    { id: 'state', name: t`State`, cell: (person) => <Badge tone={stateTones[person.state]}>{t(stateNames[person.state])}</Badge> },
  ];
  return <Table label={t`People`} columns={columns} rows={people} rowKey={(person) => person.personId} />;
}
