import { createContext, useContext } from 'react';
import { type Language } from './i18n/languages';

/** What the shell may do with the sign-in; given by app/, so that lib/ knows no operation. */
export interface Session {
  signOut(): Promise<void>;
  /** Keeps the language with the person, so that other devices and mails speak it too; absent before the sign-in. */
  rememberLanguage?(language: Language): Promise<void>;
}

export const SessionContext = createContext<Session>({ signOut: () => Promise.resolve() });
export const useSession = (): Session => useContext(SessionContext);
