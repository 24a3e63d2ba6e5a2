import { InvitePerson } from '@app/identity';
import { eventually } from '../support/eventually.js';
import { type MadeOrganisation } from '../support/make.js';
import { type ServedApp } from '../support/served-app.js';
import { type GetUseCase, withUseCases } from '../../apps/cli/src/use-cases.js';
import { testSettings } from '../support/test-module.js';
import { must } from './must.js';

/** Tokens of letters that somebody opens. */
export interface Letters {
  /** Of somebody who has no account yet, from a centre with sign-in providers of its own. */
  readonly invitation: string;
  /** Of somebody who has one. */
  readonly knownInvitation: string;
}

interface Operator {
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
}

const LINK = /https?:\/\/\S+\/invitation#(\S+)/;

/**
 * A centre of whoever runs the installation, where something went wrong: work that was given up, letters that did not arrive, changes that
 * were not followed. Apart from the others, whose pages show a day on which all is well.
 */
export async function trouble(app: ServedApp, operator: Operator, known: string): Promise<Letters> {
  const centre = await app.make.organisation({ name: 'Maison des métiers de Namur' });
  const person = await app.make.person({ organisation: centre, roles: ['coordinator', 'manager'], platformAdmin: true, ...operator });
  await providers(app, centre);
  await failures(app, centre, person.id);
  const actor = app.make.actorOf(person);
  const invite = async (get: GetUseCase, givenName: string, familyName: string, email: string) =>
    must(await get(InvitePerson).execute(actor, { organisationId: centre.id, givenName, familyName, email, language: 'fr', roles: ['learner', 'trainer'] }));
  await withUseCases(testSettings({ PUBLIC_URL: app.url }), { appUrl: app.test.appUrl }, async (get) => [
    await invite(get, 'Ophélie', 'Van Steenberghe', 'ophelie@example.org'),
    await invite(get, 'Inès', 'Dupont', known),
  ]);
  return { invitation: await tokenFor(app, 'ophelie@example.org'), knownInvitation: await tokenFor(app, known) };
}

const tokenFor = (app: ServedApp, address: string): Promise<string> =>
  eventually(async () => {
    for (const mail of app.mails.mails.filter(({ to }) => to === address)) {
      const token = LINK.exec((await app.mails.read(mail)).text ?? '')?.[1];
      if (token) return token;
    }
    throw new Error(`No invitation has come to ${address}.`);
  });

/** As they were added while their servers answered: no page asks them before somebody presses the button. */
async function providers(app: ServedApp, centre: MadeOrganisation): Promise<void> {
  for (const name of ['Campus', 'Compte professionnel de la Province de Namur'])
    await app.test.asOwner('insert into sign_in_provider (organisation_id, name, issuer, client_id) values ($1, $2, $3, $4)', [centre.id, name, `https://${encodeURIComponent(name.toLowerCase().replaceAll(' ', '-'))}.example.org`, 'tremplin']);
}

async function failures(app: ServedApp, centre: MadeOrganisation, personId: string): Promise<void> {
  const jobs = [['identity.import-people', 'imports', 26], ['courses.import-upload', 'imports', 3]] as const;
  for (const [name, queue, hours] of jobs)
    await app.test.asOwner(
      `insert into job (organisation_id, name, queue, key, payload, state, attempts, failed_at, last_error)
       values ($1, $2, $3, gen_random_uuid()::text, '{}', 'failed', 5, app.now() - make_interval(hours => $4), 'The file could not be read: connection terminated unexpectedly.')`,
      [centre.id, name, queue, hours],
    );
  await app.test.asOwner(
    `insert into change_work (consumer, organisation_id, subject_kind, subject_id, change_kind, change_id, at, attempts, parked_at)
     select 'reminders.plan', $1, 'occurrence', gen_random_uuid(), 'changed', gen_random_uuid(), app.now(), 9, app.now() from generate_series(1, 3)`,
    [centre.id],
  );
  await app.test.asOwner(
    `insert into message (organisation_id, person_id, type, subject_kind, subject_id, rule, channel, state, last_error, attempts, due_at)
     values ($1, $2, 'messages.test', 'organisation', $1, 'failed', 'mail', 'failed', 'ADDRESS_REFUSED', 3, app.now() - interval '2 hours')`,
    [centre.id, personId],
  );
}
