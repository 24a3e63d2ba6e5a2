import { randomUUID } from 'node:crypto';
import { type Visitor } from '@app/identity';
import { Actor, hashToken, type Language, newToken, type Role } from '@app/platform';
import { hash } from '@node-rs/argon2';
import { type TestDatabase } from './test-database.js';

export interface MadeOrganisation {
  readonly id: string;
  readonly name: string;
}

export interface MadePerson {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly password: string;
  readonly language: Language;
  readonly platformAdmin: boolean;
  readonly memberships: readonly { readonly organisationId: string; readonly role: Role }[];
}

export interface PersonWishes {
  readonly organisation?: { readonly id: string };
  readonly roles?: readonly Role[];
  readonly givenName?: string;
  readonly familyName?: string;
  readonly email?: string;
  readonly password?: string;
  readonly language?: Language;
  readonly platformAdmin?: boolean;
}

/** The password of every made person that names no other. */
export const PASSWORD = 'correct horse battery';
/** Where made sessions come from; a documentation address. */
export const VISITOR: Visitor = { address: '192.0.2.10', userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };

const DEFAULTS = { givenName: 'Camille', familyName: 'Martin', language: 'fr', password: PASSWORD, platformAdmin: false } as const;

// Weak on purpose: the form is the real one, and a test that makes 200 people does not spend two seconds on hashing.
const QUICK = { memoryCost: 64, timeCost: 1, parallelism: 1 };
const hashes = new Map<string, Promise<string>>();

function quickHash(password: string): Promise<string> {
  const known = hashes.get(password) ?? hash(password, QUICK);
  hashes.set(password, known);
  return known;
}

/**
 * Factories with visible defaults. Rows are written by the owner of the database, past every policy:
 *
 *     const make = new Make(test);                                               // test = await openTestDatabase()
 *     const centre = await make.organisation();                                  // "Centre", Europe/Brussels, French
 *     const marie = await make.person({ organisation: centre, roles: ['coordinator'] });  // account, profile, memberships, PASSWORD
 *     const actor = make.actorOf(marie);                                         // for use cases
 *     const trainer = await make.actor({ organisation: centre, roles: ['trainer'] });     // both at once
 *     const { token } = await make.session(marie);                               // for HTTP: cookie tremplin_session
 */
export class Make {
  constructor(private readonly test: TestDatabase) {}

  async organisation(wishes: { name?: string; zone?: string; language?: Language } = {}): Promise<MadeOrganisation> {
    const { name = 'Centre', zone = 'Europe/Brussels', language = 'fr' } = wishes;
    const [row] = await this.test.asOwner<{ id: string }>('insert into organisation (name, zone, default_language) values ($1, $2, $3) returning id', [name, zone, language]);
    return { id: row?.id ?? '', name };
  }

  async site(organisation: { readonly id: string }, wishes: { name?: string; zone?: string } = {}): Promise<{ id: string; name: string }> {
    const { name = `Site ${randomUUID().slice(0, 8)}`, zone = 'Europe/Brussels' } = wishes;
    const [row] = await this.test.asOwner<{ id: string }>('insert into site (organisation_id, name, zone) values ($1, $2, $3) returning id', [organisation.id, name, zone]);
    return { id: row?.id ?? '', name };
  }

  /** A person who has claimed the sign-in: account with a verified address, and profile and memberships where an organisation is given. */
  async person(wishes: PersonWishes = {}): Promise<MadePerson> {
    const person = { ...DEFAULTS, email: `person-${randomUUID()}@example.org`, ...wishes };
    const { organisation, roles = ['learner'], givenName, familyName, email, password, language, platformAdmin } = person;
    const [row] = await this.test.asOwner<{ id: string }>('insert into person (claimed_at) values (app.now()) returning id');
    const id = row?.id ?? '';
    await this.test.asOwner(
      'insert into account (person_id, email, email_verified_at, password_hash, password_changed_at, name, language) values ($1, $2, app.now(), $3, app.now(), $4, $5)',
      [id, email, await quickHash(password), `${givenName} ${familyName}`, language],
    );
    if (platformAdmin) await this.test.asOwner('insert into platform_admin (person_id) values ($1)', [id]);
    const made = { id, givenName, familyName, email, password, language, platformAdmin, memberships: [] };
    return organisation ? this.member(made, organisation, roles) : made;
  }

  /** Adds profile and memberships in one more organisation; answers the person with all memberships. */
  async member(person: MadePerson, organisation: { readonly id: string }, roles: readonly Role[]): Promise<MadePerson> {
    await this.test.asOwner(
      'insert into profile (organisation_id, person_id, given_name, family_name, email, language) values ($1, $2, $3, $4, $5, $6) on conflict do nothing',
      [organisation.id, person.id, person.givenName, person.familyName, person.email, person.language],
    );
    for (const role of roles) await this.test.asOwner('insert into membership (organisation_id, person_id, role) values ($1, $2, $3)', [organisation.id, person.id, role]);
    return { ...person, memberships: [...person.memberships, ...roles.map((role) => ({ organisationId: organisation.id, role }))] };
  }

  /** The actor as a request of this person would have it. */
  actorOf(person: MadePerson, facts: { requestId?: string; sessionId?: string } = {}): Actor {
    return Actor.person({ personId: person.id, memberships: person.memberships, platformAdmin: person.platformAdmin, language: person.language, ...facts });
  }

  async actor(wishes: PersonWishes = {}): Promise<Actor> {
    return this.actorOf(await this.person(wishes));
  }

  /** A live session as after a complete sign-in. */
  async session(person: { readonly id: string }): Promise<{ id: string; token: string }> {
    const token = newToken();
    const [row] = await this.test.asOwner<{ id: string }>(
      `insert into session (token_hash, person_id, way, device, network, expires_at) values ($1, $2, 'password', 'Firefox · Linux', '192.0.2.0/24', app.now() + interval '7 days') returning id`,
      [hashToken(token), person.id],
    );
    return { id: row?.id ?? '', token };
  }
}
