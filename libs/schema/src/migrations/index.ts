import { Foundation1795300000001 } from './0001-foundation.js';
import { PeopleAndPlaces1795300000100 } from './0100-people-and-places.js';
import { SignIn1795300000110 } from './0110-sign-in.js';

/** In order. Numbers: foundation 00xx, identity 01xx, ledger 02xx, messages and jobs 03xx, API 04xx; the last digits of the class name agree. */
export const migrations = [Foundation1795300000001, PeopleAndPlaces1795300000100, SignIn1795300000110];
