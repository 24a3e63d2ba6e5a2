import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { packCourse } from '@app/courses';
import { FileRefused, isProblem, isUuid, NotFound, type Problem } from '@app/platform';
import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Allow } from '../graphql/access/allow.js';
import { wordProblem } from '../graphql/problems/problem-type.js';
import { Calls } from '../http/calls.js';
import { failureBody } from '../http/failures.js';
import { withSpooledFile } from '../identity/spooled-file.js';
import { CourseDoor } from './course-door.js';
import { shownImport } from './shown-course.js';

const STATUS: Readonly<Record<string, number>> = { NOT_FOUND: 404, NOT_ALLOWED: 403 };
/** An image is shown by <img> and nowhere else: opened by its address, it is a download in a place where nothing runs (case 35). */
const SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

interface UploadQuery {
  readonly organisationId?: string;
  readonly courseId?: string;
  readonly versionId?: string;
  readonly name?: string;
}

/** Courses, their images and competence frameworks in and out; the file is the body of the request (application/octet-stream). */
@Controller('files')
export class CourseFilesController {
  constructor(
    private readonly calls: Calls,
    private readonly use: CourseDoor,
  ) {}

  /** POST /files/course-imports?organisationId=…&name=course.zip&courseId=… */
  @Post('course-imports')
  @Allow('trainer', 'coordinator', 'manager')
  @RouteConfig({ takesFile: true })
  async takeCourse(@Req() req: FastifyRequest, @Res() reply: FastifyReply, @Query() { organisationId = '', courseId, name = 'course.zip' }: UploadQuery): Promise<void> {
    const { actor, language } = await this.calls.of(req, reply);
    const isSound = isUuid(organisationId) && (courseId === undefined || isUuid(courseId));
    const taken = isSound ? await this.spooled(req, (path) => this.use.imports.upload(actor, { organisationId, courseId, fileName: name, path })) : new NotFound('organisation');
    if (isProblem(taken)) return this.refuse(req, reply, taken);
    await reply.code(201).send({ import: shownImport(taken, language) });
  }

  /** POST /files/course-images?versionId=…&name=picture.png */
  @Post('course-images')
  @Allow('trainer', 'coordinator', 'manager')
  @RouteConfig({ takesFile: true })
  async takeImage(@Req() req: FastifyRequest, @Res() reply: FastifyReply, @Query() { versionId = '', name = 'image' }: UploadQuery): Promise<void> {
    const { actor } = await this.calls.of(req, reply);
    const taken = isUuid(versionId)
      ? await this.spooled(req, async (path) => this.use.courses.addImage(actor, { versionId, name, bytes: await readFile(path) }))
      : new NotFound('course_version');
    if (isProblem(taken)) return this.refuse(req, reply, taken);
    await reply.code(201).send(taken);
  }

  /** POST /files/competences?organisationId=…&name=digitalSkillsCollection_en.csv */
  @Post('competences')
  @Allow('trainer', 'coordinator', 'manager')
  @RouteConfig({ takesFile: true })
  async takeCompetences(@Req() req: FastifyRequest, @Res() reply: FastifyReply, @Query() { organisationId = '', name = 'competences.csv' }: UploadQuery): Promise<void> {
    const { actor } = await this.calls.of(req, reply);
    const taken = isUuid(organisationId) ? await this.spooled(req, (path) => this.use.competences.load(actor, { organisationId, path, fileName: name })) : new NotFound('organisation');
    if (isProblem(taken)) return this.refuse(req, reply, taken);
    await reply.code(201).send(taken);
  }

  /** GET /files/course-images/:id; immutable, and for members of the centre only. */
  @Get('course-images/:id')
  @Allow('signed-in')
  async giveImage(@Req() req: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const { actor } = await this.calls.of(req, reply);
    const image = isUuid(id) ? await this.use.read.image(actor, id) : new NotFound('course_file');
    if (isProblem(image)) return this.refuse(req, reply, image);
    await reply
      .header('content-type', image.mediaType)
      .header('content-disposition', 'attachment')
      .header('content-security-policy', SANDBOX)
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, max-age=31536000, immutable')
      .send(image.bytes);
  }

  /** GET /files/courses/:id?versionId=…: the course as a zip archive. */
  @Get('courses/:id')
  @Allow('trainer', 'coordinator', 'manager')
  async giveCourse(@Req() req: FastifyRequest, @Res() reply: FastifyReply, @Param('id') courseId: string, @Query('versionId') versionId?: string): Promise<void> {
    const { actor } = await this.calls.of(req, reply);
    const isSound = isUuid(courseId) && (versionId === undefined || isUuid(versionId));
    const course = isSound ? await this.use.exports.execute(actor, { courseId, versionId }) : new NotFound('course');
    if (isProblem(course)) return this.refuse(req, reply, course);
    await reply
      .header('content-type', 'application/zip')
      .header('content-disposition', `attachment; filename="${course.name}.zip"`)
      .header('x-content-type-options', 'nosniff')
      .send(packCourse(course.name, course.files));
  }

  private spooled<T>(req: FastifyRequest, work: (path: string) => Promise<T>): Promise<T | FileRefused> {
    return withSpooledFile(req.body instanceof Readable ? req.body : Readable.from([]), work);
  }

  private async refuse(req: FastifyRequest, reply: FastifyReply, problem: Problem): Promise<void> {
    const { language } = await this.calls.of(req, reply);
    const reason = problem instanceof FileRefused ? { reason: problem.reason } : {};
    await reply.code(STATUS[problem.code] ?? 422).send({ ...failureBody(req, { code: problem.code, message: wordProblem(problem, language) }), ...reason });
  }
}
