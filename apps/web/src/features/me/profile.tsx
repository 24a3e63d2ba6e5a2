import { Trans, useLingui } from '@lingui/react/macro';
import { useRouter } from '@tanstack/react-router';
import { speak } from '~/lib/i18n/i18n';
import { isLanguage, type Language, languages, nameOf } from '~/lib/i18n/languages';
import { useKeptForm } from '~/lib/use-kept-form';
import { Button, Card, Form, notices, Problem, Select, TextField } from '~/ui';
import { type Account, saveAccount } from './operations';

interface Draft {
  readonly name: string;
  readonly language: Language | null;
}

export function Profile({ account }: { readonly account: Account }) {
  const { t } = useLingui();
  const router = useRouter();
  const start: Draft = { name: account.name, language: isLanguage(account.language) ? account.language : null };
  const saved = async (draft: Draft): Promise<void> => {
    if (draft.language) await speak(draft.language);
    notices.say({ tone: 'good', text: t`Saved.` });
    await router.invalidate();
  };
  const form = useKeptForm({ version: account.version, values: start }, ({ name, language }, expectedVersion) => saveAccount({ name, language: language ?? 'fr', expectedVersion }), (draft) => void saved(draft));
  return (
    <Card>
      <Form onSubmit={() => void form.submit()}>
        <Problem problem={form.problem} />
        <TextField label={t`Your name`} autoComplete="name" {...form.field('name')} />
        <Select
          label={t`Language`}
          help={t`Of the screens and of the mails that you get.`}
          options={languages.map((language) => ({ id: language, name: nameOf[language] }))}
          {...form.field('language')}
        />
        <div className="form-actions">
          <Button look="main" type="submit" isPending={form.isPending}>
            <Trans>Save</Trans>
          </Button>
        </div>
      </Form>
    </Card>
  );
}
