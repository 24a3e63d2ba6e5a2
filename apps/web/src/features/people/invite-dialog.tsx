import { useLingui } from '@lingui/react/macro';
import { spoken } from '~/lib/i18n/i18n';
import { type Language, languages, nameOf } from '~/lib/i18n/languages';
import { useRoleName } from '~/lib/use-role-name';
import { useForm } from '~/lib/use-form';
import { hasRole, type Role, roles, useCentre } from '~/lib/viewer';
import { roleHelp } from '~/lib/words';
import { CheckboxGroup, FormDialog, notices, Problem, Select, TextField } from '~/ui';
import { invite } from './operations';

interface Draft {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly language: Language | null;
  readonly roles: readonly Role[];
}

/** A coordinator invites those who learn and teach; roles that run the centre are given by a manager. */
const givenBy = (isManager: boolean): readonly Role[] => (isManager ? roles : ['learner', 'trainer', 'expert']);

export function InviteDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLingui();
  const roleName = useRoleName();
  const centre = useCentre();
  const start: Draft = { givenName: '', familyName: '', email: '', language: spoken(), roles: [] };
  const form = useForm(start, (draft) => invite(centre.id, { ...draft, language: draft.language ?? 'fr' }), (_done, { email }) => {
    notices.say({ tone: 'good', text: t`The invitation to ${email} is on its way.` });
    onClose();
  });
  return (
    <FormDialog isOpen onClose={onClose} title={t`Invite somebody`} submit={t`Send the invitation`} onSubmit={() => void form.submit()} isPending={form.isPending}>
      <Problem problem={form.problem} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label={t`Given name`} autoComplete="off" autoFocus {...form.field('givenName')} />
        <TextField label={t`Family name`} autoComplete="off" {...form.field('familyName')} />
      </div>
      <TextField label={t`E-mail`} type="email" autoComplete="off" inputMode="email" {...form.field('email')} />
      <Select label={t`Language of the invitation`} options={languages.map((language) => ({ id: language, name: nameOf[language] }))} {...form.field('language')} />
      <CheckboxGroup
        label={t`Roles`}
        options={givenBy(hasRole(centre, 'manager')).map((role) => ({ id: role, name: roleName(role), help: t(roleHelp[role]) }))}
        {...form.field('roles')}
      />
    </FormDialog>
  );
}
