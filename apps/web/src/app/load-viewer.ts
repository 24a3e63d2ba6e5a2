import { type Viewer } from '~/lib/viewer';

let known: Promise<Viewer | null> | undefined;

/** Who is signed in, asked once and kept until something says otherwise. */
export const loadViewer = (): Promise<Viewer | null> => (known ??= ask());
export function forgetViewer(): void {
  known = undefined;
}
const ask = (): Promise<Viewer | null> => Promise.resolve(null);
