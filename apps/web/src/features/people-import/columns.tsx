import { Trans, useLingui } from '@lingui/react/macro';
import { useRoleName } from '~/lib/use-role-name';
import { useForm } from '~/lib/use-form';
import { hasRole, type Role, roles, useCentre } from '~/lib/viewer';
import { Banner, Button, Card, CheckboxGroup, Form, Problem, Select, Switch } from '~/ui';
import { type Mapping, mappingOf, type PeopleImport, start, type Uploaded } from './operations';
import { SheetChoice } from './sheet-choice';
import { fieldNames, fields } from './words';

interface ColumnsProps {
  readonly list: PeopleImport;
  /** What the server saw in the file; gone after the page was loaded anew. */
  readonly uploaded: Uploaded | null;
  readonly cohortId: string | undefined;
  readonly onTurned: (uploaded: Uploaded) => void;
  readonly onStarted: () => void;
  readonly onAnother: () => void;
}

interface Draft {
  readonly columns: readonly string[];
  readonly roles: readonly Role[];
  readonly invite: boolean;
}

const NONE = '-';
const COORDINATOR_GRANTS: readonly Role[] = ['learner', 'trainer', 'expert'];

/** Which column holds what: as chosen before for the same headings, else as guessed from them. */
export function Columns({ list, uploaded, cohortId, onTurned, onStarted, onAnother }: ColumnsProps) {
  const { t } = useLingui();
  const roleName = useRoleName();
  const grantable = hasRole(useCentre(), 'manager') ? roles : COORDINATOR_GRANTS;
  const known = uploaded?.mapping ?? mappingOf(list.columns);
  const begin: Draft = { columns: list.header.map((_, column) => fields.find((field) => known[field] === column) ?? NONE), roles: list.roles.length > 0 ? roles.filter((role) => list.roles.includes(role)) : ['learner'], invite: list.invite };
  const form = useForm(begin, (draft) => start(list.id, { mapping: mappingIn(draft.columns), roles: draft.roles, invite: draft.invite, dryRun: true, cohortId }), onStarted);
  const { columns } = form.values;
  const choose = (column: number, field: string): void => form.set({ columns: columns.map((before, index) => (index === column ? field : before === field && field !== NONE ? NONE : before)) });
  const { value: invite, onChange: onInvite } = form.field('invite');
  return (
    <Form onSubmit={() => void form.submit()}>
      <Card title={t`Which column holds what?`} intro={list.fileName}>
        <div className="stack">
          <Problem problem={form.problem} />
          {list.sheets.length > 1 && <SheetChoice list={list} onTurned={onTurned} />}
          {cohortId !== undefined && <Banner>{t`Everybody of this list gets a place in the cohort, in the order of the lines; who finds no seat waits.`}</Banner>}
          {uploaded?.remembered && <Banner>{t`The columns are those that were chosen for the same headings before.`}</Banner>}
          <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
            {list.header.map((heading, column) => (
              <ColumnChoice key={column} heading={heading} sample={uploaded?.sample.map(({ cells }) => cells[column] ?? '') ?? []} value={columns[column] ?? NONE} onChange={(field) => choose(column, field)} />
            ))}
          </div>
        </div>
      </Card>
      <Card title={t`Of whom the list says nothing`}>
        <div className="stack">
          <CheckboxGroup label={t`Roles`} help={t`For lines that name no role.`} options={grantable.map((role) => ({ id: role, name: roleName(role) }))} {...form.field('roles')} />
          <Switch isSelected={invite} onChange={onInvite} help={t`Only those who are new here and have an address.`}>
            {t`Invite them by mail`}
          </Switch>
        </div>
      </Card>
      <div className="form-actions">
        <Button look="main" type="submit" isPending={form.isPending}>
          <Trans>Try it</Trans>
        </Button>
        <Button onPress={onAnother}>
          <Trans>Another file</Trans>
        </Button>
        <span className="text-muted text-sm">
          <Trans>Nothing is written yet: you see first what would become of each line.</Trans>
        </span>
      </div>
    </Form>
  );
}

const mappingIn = (columns: readonly string[]): Mapping => Object.fromEntries(columns.flatMap((field, column) => (field === NONE ? [] : [[field, column]])));

interface ColumnChoiceProps {
  readonly heading: string;
  readonly sample: readonly string[];
  readonly value: string;
  readonly onChange: (field: string) => void;
}

function ColumnChoice({ heading, sample, value, onChange }: ColumnChoiceProps) {
  const { t } = useLingui();
  const examples = sample.filter((cell) => cell.trim() !== '').slice(0, 2).join(', ');
  return (
    <Select
      label={heading.trim() === '' ? t`(no heading)` : heading}
      help={examples === '' ? undefined : t`For example ${examples}`}
      options={[{ id: NONE, name: t`Do not use` }, ...fields.map((field) => ({ id: field, name: t(fieldNames[field]) }))]}
      value={value}
      onChange={onChange}
    />
  );
}
