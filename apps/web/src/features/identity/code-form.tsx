import { Trans, useLingui } from '@lingui/react/macro';
import { useForm } from '~/lib/use-form';
import { Button, Form, Problem, TextField } from '~/ui';
import { passCode } from './operations';

export function CodeForm({ onSignedIn, onBack }: { readonly onSignedIn: () => void; readonly onBack?: () => void }) {
  const { t } = useLingui();
  const form = useForm({ code: '' }, ({ code }) => passCode(code.replaceAll(/\s/g, '')), onSignedIn);
  return (
    <Form onSubmit={() => void form.submit()}>
      <Problem problem={form.problem} />
      <TextField label={t`Code`} autoComplete="one-time-code" inputMode="text" inputClassName="code-input" autoFocus {...form.field('code')} />
      <Button look="main" size="wide" type="submit" isPending={form.isPending}>
        <Trans>Go on</Trans>
      </Button>
      {onBack && (
        <Button look="quiet" size="wide" onPress={onBack}>
          <Trans>Sign in as somebody else</Trans>
        </Button>
      )}
    </Form>
  );
}
