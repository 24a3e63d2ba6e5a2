import { type Actor, type ColumnMapping, type Fault, InvalidInput, type Language, type Role } from '@app/platform';
import { grantableRoles, ungrantable } from '../people.policy.js';
import { type ImportField } from './import-fields.js';
import { type ImportWishes } from './people-import.js';

export interface WishesInput {
  readonly mapping: ColumnMapping<ImportField>;
  readonly roles?: readonly Role[];
  readonly invite?: boolean;
  readonly language?: Language;
  readonly siteId?: string;
  readonly target?: ImportWishes['target'];
}

interface ListToRead {
  readonly organisationId: string;
  readonly header: readonly string[];
  readonly input: WishesInput;
}

/**
 * How the list will be read, or what cannot be. Roles are those that the actor may grant now (case 40): the worker has no rights of its
 * own to add. Reasons: mapping.no-name, mapping.no-email, mapping.no-such-column, mapping.twice, roles.none, role.not-yours.
 */
export function decideWishes(actor: Actor, { organisationId, header, input }: ListToRead): ImportWishes | InvalidInput {
  const { mapping, roles = [], invite = false, language, siteId, target } = input;
  const faults = [...columnFaults(mapping, header, invite)];
  for (const role of ungrantable(actor, organisationId, roles)) faults.push({ field: 'roles', reason: 'role.not-yours', values: { role } });
  if (roles.length === 0) faults.push({ field: 'roles', reason: 'roles.none' });
  if (faults.length > 0) return new InvalidInput(faults);
  return { mapping: sorted(mapping), roles: [...new Set(roles)].sort(), grantable: [...grantableRoles(actor, organisationId)].sort(), invite, language, siteId, target };
}

function columnFaults(mapping: ColumnMapping<ImportField>, header: readonly string[], invite: boolean): readonly Fault[] {
  const faults: Fault[] = [];
  if (mapping.givenName === undefined && mapping.name === undefined) faults.push({ field: 'mapping', reason: 'mapping.no-name' });
  if (invite && mapping.email === undefined) faults.push({ field: 'mapping', reason: 'mapping.no-email' });
  return [...faults, ...Object.entries(mapping).flatMap(([field, column]) => columnFault(field, column, { mapping, header }))];
}

function columnFault(field: string, column: number, { mapping, header }: { mapping: ColumnMapping<ImportField>; header: readonly string[] }): readonly Fault[] {
  const heading = header[column];
  if (heading === undefined) return [{ field: `mapping.${field}`, reason: 'mapping.no-such-column' }];
  const isSecond = Object.entries(mapping).some(([other, same]) => other < field && same === column);
  return isSecond ? [{ field: `mapping.${field}`, reason: 'mapping.twice', values: { heading } }] : [];
}

/** In one order, so that the same wishes are the same JSON. */
function sorted(mapping: ColumnMapping<ImportField>): ColumnMapping<ImportField> {
  return Object.fromEntries(Object.entries(mapping).sort(([one], [other]) => (one < other ? -1 : 1)));
}
