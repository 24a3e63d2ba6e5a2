import { useLingui } from '@lingui/react/macro';
import { useRoleName } from '~/lib/use-role-name';
import { useForm } from '~/lib/use-form';
import { type Role, roles } from '~/lib/viewer';
import { roleHelp } from '~/lib/words';
import { CheckboxGroup, FormDialog, notices, Problem } from '~/ui';
import { changeRoles, type PersonLine } from './operations';

export function ChangeRolesDialog({ person, onClose }: { readonly person: PersonLine; readonly onClose: () => void }) {
  const { t } = useLingui();
  const roleName = useRoleName();
  const start: { readonly roles: readonly Role[] } = { roles: person.roles };
  const form = useForm(start, (draft) => changeRoles(person, draft.roles), () => {
    notices.say({ tone: 'good', text: t`Saved.` });
    onClose();
  });
  return (
    <FormDialog isOpen onClose={onClose} title={t`Roles of ${person.name}`} submit={t`Save`} onSubmit={() => void form.submit()} isPending={form.isPending}>
      <Problem problem={form.problem} />
      <CheckboxGroup label={t`Roles`} options={roles.map((role) => ({ id: role, name: roleName(role), help: t(roleHelp[role]) }))} {...form.field('roles')} />
    </FormDialog>
  );
}
