import { Trans, useLingui } from '@lingui/react/macro';
import { spoken } from '~/lib/i18n/i18n';
import { useForm } from '~/lib/use-form';
import { Button, Card, Form, PasswordField, Problem, TextField } from '~/ui';
import { setUp } from './operations';
import { Porch } from './porch';
import { PasswordRule } from './reset-page';

/** The one-time link that the start of an empty installation prints. */
export function SetUpPage({ token, onSignedIn }: { readonly token: string; readonly onSignedIn: () => void }) {
  const { t } = useLingui();
  const form = useForm({ name: '', email: '', password: '' }, (values) => setUp(token, { ...values, language: spoken() }), onSignedIn);
  return (
    <Porch title={t`Set up Tremplin`} intro={t`You become the first administrator of this installation. Your centre comes next.`}>
      <Card>
        <Form onSubmit={() => void form.submit()}>
          <Problem problem={form.problem} />
          <TextField label={t`Your name`} autoComplete="name" autoFocus {...form.field('name')} />
          <TextField label={t`E-mail`} type="email" autoComplete="username" inputMode="email" {...form.field('email')} />
          <PasswordField label={t`Choose a password`} autoComplete="new-password" help={<PasswordRule />} {...form.field('password')} />
          <Button look="main" size="wide" type="submit" isPending={form.isPending}>
            <Trans>Create my account</Trans>
          </Button>
        </Form>
      </Card>
    </Porch>
  );
}
