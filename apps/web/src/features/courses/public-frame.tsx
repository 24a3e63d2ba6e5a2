import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode } from 'react';
import { ButtonLink, Logo, PlainLink } from '~/ui';

/** Around pages that everybody may read, signed in or not: whose they are, and the way in. */
export function PublicFrame({ children }: { readonly children: ReactNode }) {
  const { t } = useLingui();
  return (
    <>
      <header className="porch-top">
        <PlainLink to="/catalogue" className="brand" aria-label={t`Tremplin: all courses`}>
          <Logo size={34} />
          Tremplin
        </PlainLink>
        <ButtonLink to="/">
          <Trans>To my space</Trans>
        </ButtonLink>
      </header>
      <main>{children}</main>
    </>
  );
}
