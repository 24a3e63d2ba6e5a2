import { Outlet } from '@tanstack/react-router';
import { PlainLink } from '~/ui/link';
import { Logo } from '~/ui/logo';

/** Around the pages that everybody may read: whose they are, and one main part. */
export default function OpenFrame() {
  return (
    <>
      <header className="page page-normal pb-0">
        <PlainLink to="/" className="brand">
          <Logo size={32} />
          <span>Tremplin</span>
        </PlainLink>
      </header>
      <main>
        <Outlet />
      </main>
    </>
  );
}
