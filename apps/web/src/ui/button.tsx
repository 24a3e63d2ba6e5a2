import { useLingui } from '@lingui/react/macro';
import { type ReactNode, type Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { cx } from './cx';

export type ButtonLook = 'main' | 'plain' | 'soft' | 'quiet' | 'danger' | 'quiet-danger';

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  readonly children: ReactNode;
  readonly look?: ButtonLook;
  readonly size?: 'normal' | 'small' | 'wide';
  readonly icon?: ReactNode;
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** One main button a view; plain beside it; quiet where it repeats. While pending it keeps its width and says so to screen readers. */
export function Button({ children, look = 'plain', size = 'normal', icon, className, ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className={cx('button', className)} data-look={look} data-size={size}>
      {icon}
      {children}
      {props.isPending && <Waiting />}
    </AriaButton>
  );
}

function Waiting() {
  const { t } = useLingui();
  return (
    <span className="button-wait">
      <span className="spinner" role="img" aria-label={t`One moment…`} />
    </span>
  );
}

export interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  /** What it does, in words: read to those who cannot see the icon, shown to those who wonder. */
  readonly label: string;
  readonly children: ReactNode;
  readonly size?: 'normal' | 'small';
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** The words appear beside it for the pointer and the keyboard, by style alone: a kit's tooltip weighs more than all our buttons. */
export function IconButton({ label, children, size = 'normal', className, ...props }: IconButtonProps) {
  return (
    <AriaButton {...props} aria-label={label} className={cx('icon-button', className)} data-size={size} data-tip={label}>
      {children}
    </AriaButton>
  );
}
