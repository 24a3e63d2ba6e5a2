import { ViewerDocument } from '~/generated/app/graphql';
import { client } from '~/lib/api/client';
import { ServiceFailure } from '~/lib/api/use-api';
import { isLanguage } from '~/lib/i18n/languages';
import { roles, type Viewer } from '~/lib/viewer';

let known: Promise<Viewer | null> | undefined;

/** Who is signed in; null for nobody. Asked once a page, and again when something says that it changed. */
export const loadViewer = (): Promise<Viewer | null> => (known ??= ask());

export function forgetViewer(): void {
  known = undefined;
}

async function ask(): Promise<Viewer | null> {
  const { data, error } = await client.query(ViewerDocument, {}, { requestPolicy: 'network-only' }).toPromise();
  if (error || !data) {
    forgetViewer();
    throw error ? new ServiceFailure(error) : new Error('No answer about who is signed in.');
  }
  const { me } = data;
  if (!me) return null;
  const centres = me.organisations.map((one) => ({ ...one, roles: roles.filter((role) => one.roles.includes(role)) }));
  return { ...me, name: me.name || me.email, language: isLanguage(me.language) ? me.language : 'fr', centres };
}
