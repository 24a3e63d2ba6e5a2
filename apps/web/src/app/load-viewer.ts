import { ViewerDocument, type ViewerQuery } from '~/generated/app/graphql';
import { ask } from '~/lib/api/send';
import { isLanguage } from '~/lib/i18n/languages';
import { forgetCopies, keep, kept } from '~/lib/offline-copy';
import { roles, type Viewer } from '~/lib/viewer';

let known: Promise<Viewer | null> | undefined;

/** Who is signed in; null for nobody. Asked once a page, and again when something says that it changed. */
export const loadViewer = (): Promise<Viewer | null> => (known ??= read());

export function forgetViewer(): void {
  known = undefined;
}

/** Without a connection whoever was here last sees the copies that this device keeps; the server still decides about everything else. */
async function read(): Promise<Viewer | null> {
  try {
    const { me } = await ask(ViewerDocument, {});
    const viewer = me && viewerOf(me);
    if (viewer) keep('viewer', viewer);
    else forgetCopies();
    return viewer ?? null;
  } catch (error) {
    forgetViewer();
    const last = error instanceof TypeError ? kept<Viewer>('viewer') : undefined;
    if (last) return last;
    throw error;
  }
}

function viewerOf(me: NonNullable<ViewerQuery['me']>): Viewer {
  const centres = me.organisations.map((one) => ({ ...one, roles: roles.filter((role) => one.roles.includes(role)) }));
  return { ...me, name: me.name || me.email, language: isLanguage(me.language) ? me.language : 'fr', centres };
}
