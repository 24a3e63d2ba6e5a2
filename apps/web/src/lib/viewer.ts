import { createContext, useContext } from 'react';
import { type Language } from './i18n/languages';

export const roles = ['learner', 'trainer', 'expert', 'coordinator', 'manager', 'observer'] as const;
export type Role = (typeof roles)[number];

/** One training provider that the person belongs to, with the roles held there. */
export interface Centre {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly isDemo: boolean;
  readonly roles: readonly Role[];
  /** Where the person is at home there. */
  readonly siteId: string | null;
  /** What the centre calls our things, per language. */
  readonly words: readonly { readonly word: string; readonly language: string; readonly own: string }[];
}

/** Who is signed in, as the shell needs it. */
export interface Viewer {
  readonly personId: string;
  readonly name: string;
  readonly email: string | null;
  readonly language: Language;
  readonly platformAdmin: boolean;
  /** Of the account, for changes of name and language. */
  readonly version: number;
  readonly centres: readonly Centre[];
  /** Centres in which roles wait until the person has a second factor. */
  readonly secondFactorDemandedBy: readonly string[];
}

export const ViewerContext = createContext<Viewer | null>(null);
export const CentreContext = createContext<Centre | null>(null);

export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (!viewer) throw new Error('useViewer is for pages behind the sign-in.');
  return viewer;
}

/** The centre that is looked at now; null for a person who belongs to none (a new platform admin). */
export const useCentreOrNone = (): Centre | null => useContext(CentreContext);

export function useCentre(): Centre {
  const centre = useContext(CentreContext);
  if (!centre) throw new Error('useCentre is for pages of a centre.');
  return centre;
}

export const hasRole = (centre: Centre | null, ...anyOf: readonly Role[]): boolean => centre?.roles.some((role) => anyOf.includes(role)) ?? false;

const stored = 'tremplin.centre';

/** The centre of the address, else the last one looked at, else the first. */
export function centreFor(viewer: Viewer, wanted: string | undefined): Centre | null {
  const byId = (id: string | null | undefined) => viewer.centres.find((centre) => centre.id === id);
  return byId(wanted) ?? byId(localStorage.getItem(stored)) ?? viewer.centres[0] ?? null;
}

export const rememberCentre = (id: string): void => localStorage.setItem(stored, id);
