import { InvitationsModule, InviteAttendees, InviteToSeries } from '@app/calendars';
import { ChooseInvitations, ReadCohorts, Substitute, type SubstituteInput, UndoSessionChange } from '@app/cohorts';
import { ChangeNoticesModule, TellAttendees } from '@app/ledger';
import { DispatchMail, DispatchModule, DispatchNotices } from '@app/messages';
import { type Actor, ChangeWorker, isProblem, type Language, languages, type Problem, WakeUps } from '@app/platform';
import { type CohortWorld, openCohortWorld } from '../support/cohort-world.js';
import { calendarIn } from '../support/mail-parts.js';
import { SmtpSink } from '../support/smtp-sink.js';

const accepted = <T>(answer: T): Exclude<T, Problem> => {
  if (isProblem(answer)) throw new Error(JSON.stringify(answer));
  return answer as Exclude<T, Problem>;
};
const OLD = 'https://meet.example.org/old';
const NEW = 'https://meet.example.org/new?pwd=a,b';

describe('what people are told of a meeting online', () => {
  let world: CohortWorld;
  let sink: SmtpSink;
  let cohortId: string;
  let people: Map<Language, Actor>;

  const follow = async (): Promise<void> => {
    for (const consumer of [world.test.get(InviteToSeries), world.test.get(InviteAttendees), world.test.get(TellAttendees)]) {
      while (await world.test.get(ChangeWorker).portion(consumer)) await world.test.asOwner('select 1');
    }
  };
  /** As if the time of Undo were over. */
  const leave = async (): Promise<void> => {
    await follow();
    sink.mails.length = 0;
    await world.test.asOwner(`update message set next_at = app.now() where state = 'due'`);
    for (const dispatch of [world.test.get(DispatchMail), world.test.get(DispatchNotices)]) while (await dispatch.portion()) await world.test.asOwner('select 1');
  };
  const mailTo = (language: Language) => sink.mails.find(({ to }) => to.startsWith(people.get(language)?.personId ?? '-'));
  const letterTo = async (language: Language) => sink.read(mailTo(language));
  const change = async (what: Partial<SubstituteInput>) => {
    const [first] = accepted(await world.test.get(ReadCohorts).sessions(world.marie, cohortId));
    return accepted(await world.test.get(Substitute).execute(world.marie, { cohortId, occurrenceId: first?.id ?? '', expectedVersion: first?.version ?? 0, following: false, ...what }));
  };

  beforeAll(async () => {
    sink = await SmtpSink.open();
    world = await openCohortWorld({ modules: [InvitationsModule, ChangeNoticesModule, DispatchModule], providers: [ChangeWorker, WakeUps], settings: { SMTP_URL: sink.url, MAIL_RATE: 10_000 } });
    await world.test.get(ChangeWorker).subscribe();
  });
  beforeEach(async () => {
    await world.test.asOwner('delete from notice; delete from message; delete from change_work');
    const learners = await world.learners(4);
    people = new Map(languages.flatMap((language, index) => (learners[index] ? [[language, learners[index]] as const] : [])));
    for (const [language, { personId }] of people) await world.test.asOwner(`insert into recipient (person_id, address, language) values ($1, $2, $3)`, [personId, `${personId}@example.org`, language]);
    cohortId = await world.cohort();
    await world.enrolled(cohortId, learners);
    await world.planned(cohortId, { link: OLD, rule: { count: 2 } });
  });
  afterAll(async () => {
    await world.test.close();
    await sink.down();
  });

  it('another address is named in the mail, in four languages, on a line that can be pressed, and in the notice', async () => {
    await change({ link: NEW });
    await leave();
    const subjects = { fr: 'Nouvelle adresse en ligne', nl: 'Nieuw onlineadres', de: 'Neue Online-Adresse', en: 'New online address' };
    for (const language of languages) {
      const { subject, text, html } = await letterTo(language);
      expect(subject).toMatch(new RegExp(`^${subjects[language]} ?: `));
      expect(text).toContain(`:\n${NEW}\n`);
      expect(html).toContain(`<a href="${NEW}">`);
      expect(text).not.toContain(OLD);
    }
    expect((await letterTo('fr')).text).toMatch(/a une nouvelle adresse en ligne\.[\s\S]*En ligne :\n/);
    expect(await world.test.asOwner(`select count(*)::int from notice where body like '%' || $1 || '%'`, [NEW])).toEqual([{ count: 4 }]);
    expect(sink.mails).toHaveLength(4);
  });

  it('row 22: an invitation that stands in a calendar gets the new address as well', async () => {
    accepted(await world.test.get(ChooseInvitations).execute(world.marie, { cohortId, byMail: true }));
    await leave();
    expect(unfolded(calendarIn(mailTo('fr')?.raw ?? ''))).toContain(`URL:${OLD}`);
    await change({ link: NEW });
    await leave();
    const text = unfolded(calendarIn(mailTo('fr')?.raw ?? ''));
    expect([text.includes('METHOD:REQUEST'), text.includes('RECURRENCE-ID')]).toEqual([true, true]);
    expect(text).toContain(`URL:${NEW}\r\n`);
    expect(text).toContain(`DESCRIPTION:Rejoindre : ${NEW.replaceAll(',', '\\,')}`);
    expect(text).not.toContain(OLD);
  });

  it('no address any more is told as such, and another room as another place with the address beside it', async () => {
    await change({ link: '' });
    await leave();
    expect((await letterTo('fr')).subject).toMatch(/^Plus en ligne : /);
    expect((await letterTo('fr')).text).not.toContain('https://meet');
    await change({ link: NEW, resourceIds: [await world.room()] });
    await leave();
    const { subject, text } = await letterTo('en');
    expect(subject).toMatch(/^New place: /);
    expect(text).toMatch(/Place: Lab \d+, Mons\nOnline:\nhttps:\/\/meet\.example\.org\/new/);
  });

  it('what is taken back in time, an address or a room, is not told at all', async () => {
    const { changeId } = await change({ link: NEW, resourceIds: [await world.room()] });
    await follow();
    accepted(await world.test.get(UndoSessionChange).execute(world.marie, { changeId: changeId ?? '' }));
    await leave();
    expect(sink.mails).toEqual([]);
    expect(await world.test.asOwner('select count(*)::int from notice')).toEqual([{ count: 0 }]);
  });

  it('who was told of an address hears of the next one too, while the mail of somebody else still waits; who waits hears the last', async () => {
    await change({ link: 'https://meet.example.org/between' });
    await follow();
    await world.test.asOwner(`update message set state = 'held' where person_id = $1`, [people.get('nl')?.personId]);
    await leave();
    expect(sink.mails).toHaveLength(3);
    await change({ link: NEW });
    await follow();
    await world.test.asOwner(`update message set state = 'due' where state = 'held'`);
    await leave();
    for (const language of languages) expect((await letterTo(language)).text).toContain(NEW);
    expect(sink.mails).toHaveLength(4);
  });
});

const unfolded = (text: string): string => text.replace(/\r\n /g, '');
