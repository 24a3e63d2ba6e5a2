import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Our texts of this day around the sentence of a centre: what it wrote stays, as a part of a text that it can rewrite whole. Kept here as it
 * was, because a migration must not change with the program.
 */
const AROUND = {
  before: {
    fr: ['Rappel : {title}, {date} à {time}', 'Bonjour,\n\n« {title} » commence le {date} à {time}.\nLieu : {place}\n{bring}\n{join}'],
    nl: ['Herinnering: {title}, {date} om {time}', 'Dag,\n\n"{title}" begint op {date} om {time}.\nPlaats: {place}\n{bring}\n{join}'],
    de: ['Erinnerung: {title}, {date} um {time} Uhr', 'Guten Tag,\n\n„{title}“ beginnt am {date} um {time} Uhr.\nOrt: {place}\n{bring}\n{join}'],
    en: ['Reminder: {title}, {date} at {time}', 'Hello,\n\n“{title}” starts on {date} at {time}.\nPlace: {place}\n{bring}\n{join}'],
  },
  weekly: {
    fr: ['Votre semaine du {week}', 'Bonjour,\n\nVotre programme de la semaine prochaine chez {organisation} : {sessions}.\n\n{items}'],
    nl: ['Uw week van {week}', 'Dag,\n\nUw programma van volgende week bij {organisation}: {sessions}.\n\n{items}'],
    de: ['Ihre Woche vom {week}', 'Guten Tag,\n\nIhr Programm der nächsten Woche bei {organisation}: {sessions}.\n\n{items}'],
    en: ['Your week of {week}', 'Hello,\n\nYour programme for next week at {organisation}: {sessions}.\n\n{items}'],
  },
} as const;

/** A rule has texts of its own instead of a sentence under ours. */
export class OwnTextsOfReminders1795300000680 implements MigrationInterface {
  name = 'OwnTextsOfReminders1795300000680';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table reminder_rule add column texts jsonb not null default '{}', add constraint reminder_rule_texts_object check (jsonb_typeof(texts) = 'object')`);
    // Braces were nothing special in a sentence; in a text they would be.
    await runner.query(
      `update reminder_rule r set texts = written.texts from (
         select x.set_id, x.position, jsonb_object_agg(n.key, jsonb_build_object('subject', around.parts ->> 0, 'body', (around.parts ->> 1) || E'\\n\\n' || translate(n.value, '{}', '()') || E'\\n\\n{link}')) as texts
         from reminder_rule x cross join lateral jsonb_each_text(x.notes) n join jsonb_each($1::jsonb) t on t.key = x.trigger join lateral jsonb_each(t.value) around(language, parts) on around.language = n.key
         where btrim(n.value) <> '' group by x.set_id, x.position) written
       where r.set_id = written.set_id and r.position = written.position`,
      [JSON.stringify(AROUND)],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table reminder_rule drop column texts');
  }
}
