import { Readable } from 'node:stream';
import { ExportPeople, UploadPeople } from '@app/identity';
import { FileRefused, isProblem, isUuid, NotFound, type Problem } from '@app/platform';
import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Allow } from '../graphql/access/allow.js';
import { wordProblem } from '../graphql/problems/problem-type.js';
import { Calls } from '../http/calls.js';
import { failureBody } from '../http/failures.js';
import { shownUpload } from './shown-import.js';
import { withSpooledFile } from './spooled-file.js';

const STATUS: Readonly<Record<string, number>> = { NOT_FOUND: 404, NOT_ALLOWED: 403 };

interface UploadQuery {
  readonly organisationId?: string;
  readonly name?: string;
  readonly sheet?: string;
}

/** Lists of people in and out. */
@Controller('files')
export class PeopleFilesController {
  constructor(
    private readonly calls: Calls,
    private readonly upload: UploadPeople,
    private readonly exportPeople: ExportPeople,
  ) {}

  /** The file is the body of the request (application/octet-stream): POST /files/imports?organisationId=…&name=list.xlsx&sheet=… */
  @Post('imports')
  @Allow('coordinator', 'manager')
  @RouteConfig({ takesFile: true })
  async takeIn(@Req() req: FastifyRequest, @Res() reply: FastifyReply, @Query() { organisationId = '', name = 'list', sheet }: UploadQuery): Promise<void> {
    const call = await this.calls.of(req, reply);
    const body = req.body instanceof Readable ? req.body : Readable.from([]);
    const taken = isUuid(organisationId)
      ? await withSpooledFile(body, (path) => this.upload.execute(call.actor, { organisationId, path, fileName: name, sheet }))
      : new NotFound('organisation');
    if (isProblem(taken)) return this.refuse(req, reply, taken);
    await reply.code(201).send(shownUpload(taken, call.language));
  }

  /** GET /files/people.csv?organisationId=… */
  @Get('people.csv')
  @Allow('coordinator', 'manager')
  @RouteConfig({ leavesTrace: true })
  async giveOut(@Req() req: FastifyRequest, @Res() reply: FastifyReply, @Query('organisationId') organisationId = ''): Promise<void> {
    const call = await this.calls.of(req, reply);
    const lines = await this.exportPeople.execute(call.actor, organisationId);
    if (isProblem(lines)) return this.refuse(req, reply, lines);
    await reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="people.csv"')
      .header('x-content-type-options', 'nosniff')
      .send(Readable.from(lines));
  }

  private async refuse(req: FastifyRequest, reply: FastifyReply, problem: Problem): Promise<void> {
    const { language } = await this.calls.of(req, reply);
    const status = STATUS[problem.code] ?? 422;
    const reason = problem instanceof FileRefused ? { reason: problem.reason, sheets: problem.sheets } : {};
    await reply.code(status).send({ ...failureBody(req, { code: problem.code, message: wordProblem(problem, language) }), ...reason });
  }
}
