import { hashToken, newToken } from '@app/platform';
import { Make } from '../../support/make.js';
import { type TestDatabase } from '../../support/test-database.js';

export interface SeededCentre {
  readonly session: string;
  /** Token of a calendar with 200 events to come. */
  readonly feed: string;
}

/** 40 courses of 7 dated items over 12 weeks; learner n attends ten courses from course n on. */
const COURSES = `
  insert into occurrence (organisation_id, kind, local_date, local_time, zone, starts_at, ends_at, site_organisation_id, site_id, scope_id)
  select $1, 'session', d::date, '09:00', 'Europe/Brussels', (d::date + time '09:00') at time zone 'Europe/Brussels', (d::date + time '12:00') at time zone 'Europe/Brussels', $1, $2, md5('course ' || course)::uuid
  from generate_series(0, 39) as course, generate_series(0, 6) as item, lateral (select app.now() + make_interval(days => 1 + item * 12 + course % 12)) as x(d) returning id`;
const CARDS = `
  insert into occurrence_card (organisation_id, occurrence_id, language, title, bring)
  select organisation_id, id, l, case l when 'fr' then 'Développement web, séance ' else 'Web development, session ' end || row_number() over (partition by scope_id, l order by starts_at), 'Votre ordinateur' from occurrence, unnest('{fr,en}'::text[]) as l`;
const LEARNERS = `
  insert into attendee (organisation_id, occurrence_id, person_id, part)
  select $1, o.id, p.person_id, 'learner' from (select person_id, row_number() over (order by person_id) as n from profile where organisation_id = $1 and given_name = 'Learner') p
    join (select id, dense_rank() over (order by scope_id) - 1 as course from occurrence where organisation_id = $1) o on (o.course - p.n % 40 + 40) % 40 < 10
  where p.n <= 1000`;
const STAFF = `
  insert into attendee (organisation_id, occurrence_id, person_id, part)
  select $1, o.id, t.person_id, 'trainer' from occurrence o, lateral (select person_id from profile where organisation_id = $1 and given_name = 'Trainer' order by md5(o.scope_id::text || person_id::text) limit 1) t where o.organisation_id = $1`;
const ROOMS = `
  insert into reservation (organisation_id, resource_organisation_id, resource_id, occurrence_id, during, part)
  select $1, $1, r.id, o.id, tstzrange(o.starts_at, o.ends_at), 'room'
  from (select *, row_number() over (partition by starts_at order by id) as place from occurrence where organisation_id = $1) o
    join (select id, row_number() over (order by id) as place from resource where organisation_id = $1 and kind = 'room') r on r.place = o.place`;
const PEOPLE = `
  with people as (insert into person (claimed_at) select app.now() from generate_series(1, 2000) returning id), numbered as (select id, row_number() over () as n from people),
    profiles as (insert into profile (organisation_id, person_id, given_name, family_name) select $1, id, case when n <= 1960 then 'Learner' else 'Trainer' end, 'Number ' || n from numbered returning person_id, given_name)
  insert into membership (organisation_id, person_id, role) select $1, person_id, lower(given_name) from profiles`;

/** 2,000 people, 1,000 learners in 10 courses each: 70 items in 12 weeks, 50 in the next 60 days. */
export async function seedCentre(database: TestDatabase): Promise<SeededCentre> {
  const make = new Make(database);
  const centre = await make.organisation();
  const site = await make.site(centre);
  await database.asOwner(`insert into resource (organisation_id, kind, site_id, name) select $1, 'room', $2, 'Lab ' || n from generate_series(1, 8) n`, [centre.id, site.id]);
  await database.asOwner(PEOPLE, [centre.id]);
  await database.asOwner(COURSES, [centre.id, site.id]);
  await database.asOwner(CARDS);
  for (const sql of [LEARNERS, STAFF, ROOMS]) await database.asOwner(sql, [centre.id]);
  const reader = await make.person({ organisation: centre, roles: ['learner'], givenName: 'Inès' });
  await database.asOwner(`insert into attendee (organisation_id, occurrence_id, person_id, part) select organisation_id, id, $1, 'learner' from occurrence where scope_id in (select distinct scope_id from occurrence order by scope_id limit 10)`, [reader.id]);
  const subscriber = await make.person({ organisation: centre, roles: ['learner'], givenName: 'Ali' });
  await database.asOwner(`insert into attendee (organisation_id, occurrence_id, person_id, part) select organisation_id, id, $1, 'learner' from occurrence order by id limit 200`, [subscriber.id]);
  const feed = newToken();
  await database.asOwner(`insert into calendar_feed (person_id, kind, language, token_hash, read_at) values ($1, 'person', 'fr', $2, app.now())`, [subscriber.id, hashToken(feed)]);
  await database.asOwner('vacuum analyze');
  const { token } = await make.session(reader);
  return { session: token, feed };
}
