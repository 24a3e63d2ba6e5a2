import { type Role } from '@app/platform';
import { people, signIns } from './demo-centre.js';
import { addressOf } from './load-demo.js';

export interface DemoSignIn {
  readonly role: Role;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** One for each role; right until somebody changes a password. */
export function demoSignIns(password: string): readonly DemoSignIn[] {
  return signIns.flatMap((key) => {
    const person = people.find((each) => each.key === key);
    const [role] = person?.roles ?? [];
    return person && role ? [{ role, name: `${person.givenName} ${person.familyName}`, email: addressOf(key), password }] : [];
  });
}
