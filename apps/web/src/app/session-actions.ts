import { type Session } from '~/lib/session';

export function useSessionActions(_onChange: () => void): Session {
  return { signOut: () => Promise.resolve() };
}
