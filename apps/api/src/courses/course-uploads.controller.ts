import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { Competences, CourseImports, EditCourse } from '@app/courses';
import { type FileRefused, isProblem, isUuid, NotFound } from '@app/platform';
import { Controller, Post, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Allow } from '../graphql/access/allow.js';
import { Calls } from '../http/calls.js';
import { withSpooledFile } from '../identity/spooled-file.js';
import { refuseFile } from './refuse-file.js';
import { shownImport } from './shown-course.js';

interface UploadQuery {
  readonly organisationId?: string;
  readonly courseId?: string;
  readonly versionId?: string;
  readonly name?: string;
}

/** Courses, their images and competence frameworks come in; the file is the body of the request (application/octet-stream). */
@Controller('files')
export class CourseUploadsController {
  constructor(
    private readonly calls: Calls,
    private readonly imports: CourseImports,
    private readonly courses: EditCourse,
    private readonly competences: Competences,
  ) {}

  /** POST /files/course-imports?organisationId=…&name=course.zip&courseId=… */
  @Post('course-imports')
  @Allow('trainer', 'coordinator', 'manager')
  @RouteConfig({ takesFile: true })
  async takeCourse(@Req() req: FastifyRequest, @Res() reply: FastifyReply, @Query() { organisationId = '', courseId, name = 'course.zip' }: UploadQuery): Promise<void> {
    const { actor, language } = await this.calls.of(req, reply);
    const isSound = isUuid(organisationId) && (courseId === undefined || isUuid(courseId));
    const taken = isSound ? await spooled(req, (path) => this.imports.upload(actor, { organisationId, courseId, fileName: name, path })) : new NotFound('organisation');
    if (isProblem(taken)) return refuseFile(req, reply, { problem: taken, language });
    await reply.code(201).send({ import: shownImport(taken, language) });
  }

  /** POST /files/course-images?versionId=…&name=picture.png */
  @Post('course-images')
  @Allow('trainer', 'coordinator', 'manager')
  @RouteConfig({ takesFile: true })
  async takeImage(@Req() req: FastifyRequest, @Res() reply: FastifyReply, @Query() { versionId = '', name = 'image' }: UploadQuery): Promise<void> {
    const { actor, language } = await this.calls.of(req, reply);
    const taken = isUuid(versionId)
      ? await spooled(req, async (path) => this.courses.addImage(actor, { versionId, name, bytes: await readFile(path) }))
      : new NotFound('course_version');
    if (isProblem(taken)) return refuseFile(req, reply, { problem: taken, language });
    await reply.code(201).send(taken);
  }

  /** POST /files/competences?organisationId=…&name=digitalSkillsCollection_en.csv */
  @Post('competences')
  @Allow('trainer', 'coordinator', 'manager')
  @RouteConfig({ takesFile: true })
  async takeCompetences(@Req() req: FastifyRequest, @Res() reply: FastifyReply, @Query() { organisationId = '', name = 'competences.csv' }: UploadQuery): Promise<void> {
    const { actor, language } = await this.calls.of(req, reply);
    const taken = isUuid(organisationId) ? await spooled(req, (path) => this.competences.load(actor, { organisationId, path, fileName: name })) : new NotFound('organisation');
    if (isProblem(taken)) return refuseFile(req, reply, { problem: taken, language });
    await reply.code(201).send(taken);
  }
}

function spooled<T>(req: FastifyRequest, work: (path: string) => Promise<T>): Promise<T | FileRefused> {
  return withSpooledFile(req.body instanceof Readable ? req.body : Readable.from([]), work);
}
