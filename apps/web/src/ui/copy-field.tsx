import { useLingui } from '@lingui/react/macro';
import { IconButton } from './button';
import { IconCopy } from './icons';
import { notices } from './notices-store';

/** Something to take elsewhere: an address, a code. */
export function CopyField({ label, value }: { readonly label: string; readonly value: string }) {
  const { t } = useLingui();
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(value);
    notices.say({ tone: 'good', text: t`Copied.` });
  };
  return (
    <div className="field">
      <span className="field-label">{label}</span>
      <div className="input-frame">
        <code className="input-inner font-mono text-sm break-all">{value}</code>
        <IconButton label={t`Copy`} onPress={copy}>
          <IconCopy />
        </IconButton>
      </div>
    </div>
  );
}
