import { type ReactNode, type Ref } from 'react';
import { Button, type ButtonProps } from 'react-aria-components/Button';

interface BareButtonProps extends Omit<ButtonProps, 'children' | 'className' | 'style'> {
  readonly children: ReactNode;
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly 'data-tip'?: string;
}

/** A button without a look, for what draws itself. */
export const BareButton = (props: BareButtonProps) => <Button {...props} />;
