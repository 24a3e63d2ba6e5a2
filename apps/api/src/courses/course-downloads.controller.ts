import { ExportCourse, packCourse, ReadCourses } from '@app/courses';
import { isProblem, isUuid, NotFound } from '@app/platform';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Allow } from '../graphql/access/allow.js';
import { Calls } from '../http/calls.js';
import { refuseFile } from './refuse-file.js';

/** An image is shown by <img> and nowhere else: opened by its address, it is a download in a place where nothing runs (case 35). */
const SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

/** Courses and their images go out. */
@Controller('files')
export class CourseDownloadsController {
  constructor(
    private readonly calls: Calls,
    private readonly exports: ExportCourse,
    private readonly read: ReadCourses,
  ) {}

  /** GET /files/course-images/:id; immutable, and for members of the centre only. */
  @Get('course-images/:id')
  @Allow('signed-in')
  async giveImage(@Req() req: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const { actor, language } = await this.calls.of(req, reply);
    const image = isUuid(id) ? await this.read.image(actor, id) : new NotFound('course_file');
    if (isProblem(image)) return refuseFile(req, reply, { problem: image, language });
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
    const { actor, language } = await this.calls.of(req, reply);
    const isSound = isUuid(courseId) && (versionId === undefined || isUuid(versionId));
    const course = isSound ? await this.exports.execute(actor, { courseId, versionId }) : new NotFound('course');
    if (isProblem(course)) return refuseFile(req, reply, { problem: course, language });
    await reply
      .header('content-type', 'application/zip')
      .header('content-disposition', `attachment; filename="${course.name}.zip"`)
      .header('x-content-type-options', 'nosniff')
      .send(packCourse(course.name, course.files));
  }
}
