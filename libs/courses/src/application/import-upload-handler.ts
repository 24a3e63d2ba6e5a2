import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, Database, isProblem, JobHandlers, type JobRun } from '@app/platform';
import { countCurriculum, type Curriculum } from '../domain/curriculum.js';
import { EditsInTheWay } from '../domain/problems.js';
import { type CourseImport, CourseImportStore } from '../persistence/course-import.store.js';
import { type Finding, Findings } from '../reading/findings/finding.js';
import { readCurriculum } from '../reading/read-curriculum.js';
import { type ArchiveSource, openArchive } from '../reading/source/archive-source.js';
import { ImportCourse } from './import-course.js';
import { type CourseImportRef, importUploadJob } from './import-upload.job.js';

class Stopped extends Error {}

const MOST_FINDINGS = 2_000;

interface Read {
  readonly curriculum?: Curriculum;
  readonly findings: Findings;
}

/** Does the job: lays the archive on this machine's disk for the time of the run, reads it, and stores it where somebody has said how. */
@Injectable()
export class ImportUploadHandler implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly database: Database,
    private readonly imports: CourseImportStore,
    private readonly importCourse: ImportCourse,
  ) {}

  onModuleInit(): void {
    this.handlers.register(importUploadJob, (payload, run) => this.handle(payload, run));
  }

  private async handle({ importId }: CourseImportRef, run: JobRun): Promise<void> {
    const { actor } = run;
    const found = await this.database.as(actor, (tx) => this.imports.find(tx, importId));
    if (!found || !['waiting', 'running'].includes(found.state)) return;
    const folder = await mkdtemp(join(tmpdir(), 'tremplin-course-'));
    try {
      const path = join(folder, 'course.zip');
      await pipeline(Readable.from(this.chunks(actor, importId)), createWriteStream(path), { signal: run.signal });
      const read = await this.read(run, found, path);
      await (found.wishes ? this.store(actor, found, read) : this.tell(actor, found, read));
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      await this.database.as(actor, (tx) => this.imports.end(tx, importId, 'cancelled'));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    run.signal.throwIfAborted();
  }

  private async read(run: JobRun, { id, fileName }: CourseImport, path: string): Promise<Read> {
    const findings = new Findings();
    const archive = await openArchive(path, findings, { name: fileName });
    try {
      return { curriculum: archive && (await readCurriculum(this.watched(run, id, archive), findings)), findings };
    } finally {
      archive?.close();
    }
  }

  /** The archive with a look at the clock beside each file: progress is told and a wish to stop is heard twice a second. */
  private watched(run: JobRun, importId: string, archive: ArchiveSource): ArchiveSource {
    let seen = 0;
    let toldAt = 0;
    const read = async (path: string): Promise<Buffer> => {
      seen += 1;
      if (run.signal.aborted) throw run.signal.reason;
      if (performance.now() - toldAt > 500) {
        toldAt = performance.now();
        const share = Math.min(0.95, seen / Math.max(1, archive.paths.length));
        if (!(await this.database.as(run.actor, (tx) => this.imports.progress(tx, importId, share)))) throw new Stopped();
        await run.progress(share);
      }
      return archive.read(path);
    };
    return { ...archive, read };
  }

  private async tell(actor: Actor, { id, organisationId, courseId }: CourseImport, { curriculum, findings }: Read): Promise<void> {
    const found = foundIn(findings);
    if (!curriculum || findings.of('error').length > 0) return void (await this.database.as(actor, (tx) => this.imports.end(tx, id, 'refused', { findings: found })));
    const plan = courseId ? await this.importCourse.plan(actor, { organisationId, courseId, curriculum }) : null;
    await this.database.as(actor, (tx) => this.imports.read(tx, id, { counts: countCurriculum(curriculum), findings: found, plan: isProblem(plan) ? null : plan }));
  }

  private async store(actor: Actor, { id, organisationId, fileName, wishes }: CourseImport, { curriculum, findings }: Read): Promise<void> {
    if (!curriculum || !wishes) return void (await this.database.as(actor, (tx) => this.imports.end(tx, id, 'refused', { findings: foundIn(findings) })));
    const { courseId, onConflict, ...facts } = wishes;
    const input = { ...facts, organisationId, curriculum, courseId: courseId ?? undefined, onConflict: onConflict ?? undefined, source: fileName.replace(/\.zip$/i, '') };
    await this.database.as(
      actor,
      async (tx) => {
        const stored = await this.importCourse.execute(actor, input);
        if (stored instanceof EditsInTheWay) return;
        if (isProblem(stored)) return void (await this.imports.end(tx, id, 'refused'));
        await this.imports.end(tx, id, 'done', { courseId: stored.courseId, versionId: stored.version.id });
      },
      { statementTimeout: 30_000 },
    );
    const left = await this.database.as(actor, (tx) => this.imports.find(tx, id));
    if (left?.state === 'done' || left?.state === 'refused' || !courseId) return;
    const plan = await this.importCourse.plan(actor, { organisationId, courseId, curriculum });
    await this.database.as(actor, (tx) => this.imports.ask(tx, id, isProblem(plan) ? null : plan));
  }

  private async *chunks(actor: Actor, importId: string): AsyncGenerator<Buffer, void, undefined> {
    for (let number = 0; ; number++) {
      const chunk = await this.database.as(actor, (tx) => this.imports.chunk(tx, importId, number));
      if (!chunk) return;
      yield chunk;
    }
  }
}

/** Errors first; of a thousand missing pictures the first ones tell enough. */
const foundIn = (findings: Findings): readonly Finding[] => [...findings.of('error'), ...findings.of('warning')].slice(0, MOST_FINDINGS);
