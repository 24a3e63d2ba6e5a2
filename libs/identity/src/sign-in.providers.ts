import { FindActor } from './application/find-actor.js';
import { StartSession } from './application/start-session.js';
import { SessionReads } from './persistence/session.reads.js';
import { SessionStore } from './persistence/session.store.js';

/** Accounts, sessions and every way in. */
export const signInUseCases = [FindActor, StartSession];
export const signInStores = [SessionReads, SessionStore];
