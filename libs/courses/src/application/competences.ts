import { Injectable } from '@nestjs/common';
import { type Actor, Database, FileRefused, NotAllowed, openTable, TableBroken } from '@app/platform';
import { competencesOf } from '../domain/competences.js';
import { mayBuildCourses } from '../domain/course.policy.js';

export interface Competence {
  readonly framework: 'digcomp' | 'esco';
  readonly code: string;
  readonly kind: string;
  readonly labels: Readonly<Record<string, string>>;
}

const MOST_ROWS = 50_000;
const MOST_FOUND = 20;

/** Competence frameworks that a centre loads from the files of their publishers; courses name skills of them. */
@Injectable()
export class Competences {
  constructor(private readonly database: Database) {}

  /** Loads a file; what is there already is brought up to date. Answers how many competences the file held. */
  async load(actor: Actor, input: { readonly organisationId: string; readonly path: string; readonly fileName: string }): Promise<{ readonly loaded: number } | NotAllowed | FileRefused> {
    const { organisationId } = input;
    if (!mayBuildCourses(actor, organisationId)) return new NotAllowed('competence.load');
    const read = await readRows(input.path);
    if (read instanceof FileRefused) return read;
    const entries = competencesOf(read.header, read.rows, input.fileName);
    if (!entries || entries.length === 0) return new FileRefused('competences.unknown');
    const distinct = [...new Map(entries.map((entry) => [`${entry.framework} ${entry.code} ${entry.language}`, entry])).values()];
    return this.database.as(actor, async (tx) => {
      await tx.query(
        `with given as (select * from jsonb_to_recordset($2::jsonb) as c(framework text, code text, kind text, language text, label text, description text)),
           put as (insert into competence (organisation_id, framework, code, kind) select distinct on (framework, code) $1::uuid, framework, code, kind from given
             on conflict on constraint competence_pk do update set kind = excluded.kind)
         select 1`,
        [organisationId, JSON.stringify(distinct)],
      );
      await tx.query(
        `insert into competence_text (organisation_id, framework, code, language, label, description)
         select $1::uuid, framework, code, language, label, description from jsonb_to_recordset($2::jsonb) as c(framework text, code text, language text, label text, description text)
         on conflict on constraint competence_text_pk do update set label = excluded.label, description = excluded.description`,
        [organisationId, JSON.stringify(distinct)],
      );
      return { loaded: new Set(distinct.map(({ code }) => code)).size };
    });
  }

  /** Those whose code or label in any language holds the words; the shortest labels first. */
  async find(actor: Actor, organisationId: string, words: string): Promise<readonly Competence[] | NotAllowed> {
    if (!mayBuildCourses(actor, organisationId)) return new NotAllowed('competence.read');
    return this.database.as(actor, (tx) =>
      tx.query<Competence>(
        `select c.framework, c.code, c.kind, jsonb_object_agg(t.language, t.label) as labels from competence c
         join competence_text t on t.organisation_id = c.organisation_id and t.framework = c.framework and t.code = c.code
         where c.organisation_id = $1
         group by c.framework, c.code, c.kind
         having bool_or(strpos(app.fold(t.label), app.fold($2)) > 0) or c.code = $2
         order by min(length(t.label)) filter (where strpos(app.fold(t.label), app.fold($2)) > 0), c.code limit ${MOST_FOUND}`,
        [organisationId, words.trim()],
      ),
    );
  }
}

async function readRows(path: string): Promise<{ readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] } | FileRefused> {
  const table = await openTable(path, { limits: { rows: MOST_ROWS } });
  if (table instanceof FileRefused) return table;
  try {
    const rows: (readonly string[])[] = [];
    for await (const batch of table.rows()) rows.push(...batch.map(({ cells }) => cells));
    return { header: table.header, rows };
  } catch (error) {
    if (error instanceof TableBroken) return error.refusal;
    throw error;
  } finally {
    await table.close();
  }
}
