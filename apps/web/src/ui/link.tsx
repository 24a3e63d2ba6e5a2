import { createLink, type LinkComponent } from '@tanstack/react-router';
import { type AnchorHTMLAttributes, type ReactNode, type Ref, useState } from 'react';
import { type ButtonLook } from './button';
import { cx } from './cx';

interface AnchorProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly ref?: Ref<HTMLAnchorElement>;
}
const Anchor = ({ className, ...props }: AnchorProps) => <a {...props} className={cx('link', className)} />;
const AnchorLink = createLink(Anchor);
/** A link inside text. */
export const TextLink: LinkComponent<typeof Anchor> = (props) => <AnchorLink {...props} />;

const Bare = (props: AnchorProps) => <a {...props} />;
const BareLink = createLink(Bare);
/** A link without a look of its own: navigation, cards, rows. */
export const PlainLink: LinkComponent<typeof Bare> = (props) => <BareLink {...props} />;

interface ButtonAnchorProps extends AnchorProps {
  readonly look?: ButtonLook;
  readonly size?: 'normal' | 'small' | 'wide';
  readonly icon?: ReactNode;
}
/** The states of a button that the browser gives a link for nothing: hover and pressed. */
function ButtonAnchor({ look = 'plain', size = 'normal', icon, className, children, ...props }: ButtonAnchorProps) {
  const [hovered, setHovered] = useState(false);
  return (
    <a
      {...props}
      className={cx('button', className)}
      data-look={look}
      data-size={size}
      data-hovered={hovered || undefined}
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
    >
      {icon}
      {children}
    </a>
  );
}
const ButtonAnchorLink = createLink(ButtonAnchor);
/** A link that looks like a button, because it is the next step. */
export const ButtonLink: LinkComponent<typeof ButtonAnchor> = (props) => <ButtonAnchorLink {...props} />;
export { ButtonAnchor };
