import { type Role, roles } from '@app/platform';
import { type GraphQLField, GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { type AccessRule } from '../graphql/access/allow.js';
import { rulesOf } from '../graphql/access/guard-schema.js';
import { type DefinerFunction } from './definer-functions.js';
import { type RestRoute } from './rest-routes.js';

/** Who may ask; an observer of a lead organisation is an observer here, what he reads of others is decided by his sharing. */
export const askers = ['anonymous', ...roles, 'platform admin'] as const;
export type Asker = (typeof askers)[number];

/** Whether the rules let an asker in, before any policy looks at the object. */
export function letsIn(asker: Asker, rules: readonly AccessRule[]): boolean {
  if (rules.includes('anonymous')) return true;
  if (asker === 'anonymous') return false;
  if (rules.includes('signed-in')) return true;
  return asker === 'platform admin' ? rules.includes('platform-admin') : rules.includes(asker satisfies Role);
}

const HEADER = ['| | ', askers.join(' | '), ' | API key with |\n|---|', askers.map(() => ':-:|').join(''), '---|'].join('');

const INTRODUCTION = `# Who may call what

Printed from the code by \`npm run schema:print\`; a test compares, and another one sends every operation as every role.

A mark opens the door: what may be done with which object is decided behind it by the policy of the context (\`libs/*/src/domain/*.policy.ts\`)
and, as the last net, by row-level security. What has no rule is closed. Fields of objects are as open as the operation that leads to them,
unless they are listed with rules of their own. An API key comes in by its scopes alone.`;

interface PermissionSources {
  readonly schema: GraphQLSchema;
  readonly routes: readonly RestRoute[];
  readonly functions: readonly DefinerFunction[];
}

/** docs/permissions.md: every operation, field, route and definer function, and who may use it. */
export function permissionsPage({ schema, routes, functions }: PermissionSources): string {
  const types = Object.values(schema.getTypeMap()).filter((type): type is GraphQLObjectType => type instanceof GraphQLObjectType && !type.name.startsWith('__'));
  const objects = types.filter((type) => type !== schema.getQueryType() && type !== schema.getMutationType());
  return [
    INTRODUCTION,
    table('Queries', rows(schema.getQueryType())),
    table('Mutations', rows(schema.getMutationType())),
    table('Fields with rules of their own', objects.flatMap((type) => rows(type).filter(([, rules]) => rules.length > 0))),
    `## Fields as open as their operation\n\n${objects.map(plainFields).filter(Boolean).join('\n')}`,
    table('REST routes', routes.map((route) => [`${route.method} ${route.path}`, route.rules ?? []])),
    `## Functions that see across tenants\n\nThe application's role sees the rows of the organisations that a transaction declared. These functions of the schema \`app\` run as the owner and see more.\n\n${functions.map(({ name, purpose }) => `- \`${name}\`${purpose ? `: ${purpose}` : ''}`).join('\n')}`,
  ].join('\n\n').concat('\n');
}

type Row = readonly [name: string, rules: readonly AccessRule[]];

function rows(type: GraphQLObjectType | null | undefined): readonly Row[] {
  const isRoot = type?.name === 'Query' || type?.name === 'Mutation';
  return Object.values(type?.getFields() ?? {}).map((field: GraphQLField<unknown, unknown>) => [isRoot ? field.name : `${type?.name}.${field.name}`, rulesOf(field) ?? []]);
}

function table(title: string, lines: readonly Row[]): string {
  if (lines.length === 0) return `## ${title}\n\nNone.`;
  const shown = lines.map(([name, rules]) => `| \`${name}\` | ${askers.map((asker) => (letsIn(asker, rules) ? '✓' : '')).join(' | ')} | ${scopes(rules)} |`);
  return `## ${title}\n\n${HEADER}\n${shown.join('\n')}`;
}

function scopes(rules: readonly AccessRule[]): string {
  if (rules.includes('anonymous')) return 'any';
  return rules.filter((rule) => rule.startsWith('scope:')).map((rule) => `\`${rule.slice('scope:'.length)}\``).join(', ');
}

function plainFields(type: GraphQLObjectType): string {
  const names = Object.values(type.getFields()).filter((field) => !rulesOf(field)).map((field) => field.name);
  return names.length > 0 ? `- \`${type.name}\`: ${names.join(', ')}` : '';
}
