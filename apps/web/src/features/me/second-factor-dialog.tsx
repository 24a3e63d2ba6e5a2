import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useForm } from '~/lib/use-form';
import { Button, CopyField, Dialog, FormDialog, PasswordField, Problem, TextField } from '~/ui';
import { activateSecondFactor, offerSecondFactor } from './operations';

interface Offer {
  readonly secret: string;
  readonly qrCode: string;
}

interface SecondFactorDialogProps {
  readonly needsPassword: boolean;
  readonly onClose: () => void;
}

/** Password, picture, first code, recovery codes: four steps, none of which counts before the third. */
export function SecondFactorDialog({ needsPassword, onClose }: SecondFactorDialogProps) {
  const [offer, setOffer] = useState<Offer | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes) return <RecoveryCodes codes={codes} onClose={onClose} />;
  if (offer) return <FirstCode offer={offer} onClose={onClose} onCodes={setCodes} />;
  return <Confirm needsPassword={needsPassword} onClose={onClose} onOffer={setOffer} />;
}

function Confirm({ needsPassword, onClose, onOffer }: SecondFactorDialogProps & { readonly onOffer: (offer: Offer) => void }) {
  const { t } = useLingui();
  const form = useForm({ password: '' }, ({ password }) => offerSecondFactor(needsPassword ? password : undefined), onOffer);
  return (
    <FormDialog isOpen onClose={onClose} title={t`Set up a second factor`} submit={t`Go on`} onSubmit={() => void form.submit()} isPending={form.isPending}>
      <Problem problem={form.problem} />
      <p>
        <Trans>You need an authenticator app on your telephone. Any one will do.</Trans>
      </p>
      {needsPassword && <PasswordField label={t`Present password`} autoComplete="current-password" autoFocus {...form.field('password')} />}
    </FormDialog>
  );
}

function FirstCode({ offer, onClose, onCodes }: { readonly offer: Offer; readonly onClose: () => void; readonly onCodes: (codes: readonly string[]) => void }) {
  const { t } = useLingui();
  const form = useForm({ code: '' }, ({ code }) => activateSecondFactor(code.replaceAll(/\s/g, '')), ({ recoveryCodes }) => onCodes(recoveryCodes));
  return (
    <FormDialog isOpen onClose={onClose} title={t`Read the picture with the app`} submit={t`Switch on`} onSubmit={() => void form.submit()} isPending={form.isPending}>
      <Problem problem={form.problem} />
      <img className="mx-auto size-48 rounded-field bg-white" src={`data:image/svg+xml;utf8,${encodeURIComponent(offer.qrCode)}`} alt={t`QR code for the authenticator app`} />
      <CopyField label={t`No camera? Type this key`} value={offer.secret} />
      <TextField label={t`First code of the app`} autoComplete="one-time-code" inputMode="numeric" inputClassName="code-input" {...form.field('code')} />
    </FormDialog>
  );
}

function RecoveryCodes({ codes, onClose }: { readonly codes: readonly string[]; readonly onClose: () => void }) {
  const { t } = useLingui();
  const foot = (
    <Button look="main" onPress={onClose}>
      <Trans>I have kept them</Trans>
    </Button>
  );
  return (
    <Dialog isOpen onClose={onClose} title={t`Keep these recovery codes`} foot={foot}>
      <p>
        <Trans>For the day your telephone is lost. Each works once. They are not shown again.</Trans>
      </p>
      <ul className="bg-sunken grid grid-cols-2 gap-2 rounded-field p-4 font-mono">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <CopyField label={t`All of them`} value={codes.join(' ')} />
    </Dialog>
  );
}
