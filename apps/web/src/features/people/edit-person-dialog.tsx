import { useLingui } from '@lingui/react/macro';
import { isLanguage, type Language, languages, nameOf } from '~/lib/i18n/languages';
import { useForm } from '~/lib/use-form';
import { FormDialog, notices, Problem, Select, TextField } from '~/ui';
import { type PersonLine, updateProfile } from './operations';

export interface ProfileDraft {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly phone: string;
  readonly reference: string;
  readonly language: Language | null;
}

export function EditPersonDialog({ person, onClose }: { readonly person: PersonLine; readonly onClose: () => void }) {
  const { t } = useLingui();
  const start: ProfileDraft = {
    givenName: person.givenName,
    familyName: person.familyName,
    email: person.email ?? '',
    phone: person.phone ?? '',
    reference: person.reference ?? '',
    language: isLanguage(person.language) ? person.language : null,
  };
  const form = useForm(start, (draft) => updateProfile(person, draft), () => {
    notices.say({ tone: 'good', text: t`Saved.` });
    onClose();
  });
  return (
    <FormDialog isOpen onClose={onClose} title={person.name} submit={t`Save`} onSubmit={() => void form.submit()} isPending={form.isPending}>
      <Problem problem={form.problem} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label={t`Given name`} autoComplete="off" {...form.field('givenName')} />
        <TextField label={t`Family name`} autoComplete="off" optional {...form.field('familyName')} />
      </div>
      <TextField label={t`E-mail`} type="email" autoComplete="off" optional help={t`As this centre knows it. It does not change how the person signs in.`} {...form.field('email')} />
      <TextField label={t`Telephone`} type="tel" autoComplete="off" optional {...form.field('phone')} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label={t`Own number`} autoComplete="off" optional {...form.field('reference')} />
        <Select label={t`Language`} options={languages.map((language) => ({ id: language, name: nameOf[language] }))} {...form.field('language')} />
      </div>
    </FormDialog>
  );
}
