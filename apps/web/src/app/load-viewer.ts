import { ViewerDocument } from '~/generated/app/graphql';
import { ask } from '~/lib/api/send';
import { isLanguage } from '~/lib/i18n/languages';
import { roles, type Viewer } from '~/lib/viewer';

let known: Promise<Viewer | null> | undefined;

/** Who is signed in; null for nobody. Asked once a page, and again when something says that it changed. */
export const loadViewer = (): Promise<Viewer | null> => (known ??= read());

export function forgetViewer(): void {
  known = undefined;
}

async function read(): Promise<Viewer | null> {
  const { me } = await ask(ViewerDocument, {}).catch((error: unknown) => {
    forgetViewer();
    throw error;
  });
  if (!me) return null;
  const centres = me.organisations.map((one) => ({ ...one, roles: roles.filter((role) => one.roles.includes(role)) }));
  return { ...me, name: me.name || me.email, language: isLanguage(me.language) ? me.language : 'fr', centres };
}
