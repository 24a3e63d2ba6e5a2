import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { AbsenceProofs } from '@app/agendas';
import { isProblem, isUuid, NotFound } from '@app/platform';
import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { refuseFile } from '../courses/refuse-file.js';
import { Allow } from '../graphql/access/allow.js';
import { Calls } from '../http/calls.js';
import { withSpooledFile } from '../identity/spooled-file.js';

/** Opened by its address a photo is a download, in a place where nothing runs (case 35). */
const SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

/** Photos of what proves an absence: in as the body of the request, out as a download, for the person and who decides. */
@Controller('files')
export class ProofsController {
  constructor(
    private readonly calls: Calls,
    private readonly proofs: AbsenceProofs,
  ) {}

  /** POST /files/absence-proofs?absenceId=…&name=photo.jpg */
  @Post('absence-proofs')
  @Allow('signed-in')
  @RouteConfig({ takesFile: true })
  async take(@Req() req: FastifyRequest, @Res() reply: FastifyReply, @Query() { absenceId = '', name = 'photo' }: { readonly absenceId?: string; readonly name?: string }): Promise<void> {
    const { actor, language } = await this.calls.of(req, reply);
    const body = req.body instanceof Readable ? req.body : Readable.from([]);
    const taken = await withSpooledFile(body, async (path) => this.proofs.add(actor, { absenceId, name, bytes: await readFile(path) }));
    if (isProblem(taken)) return refuseFile(req, reply, { problem: taken, language });
    await reply.code(201).send(taken);
  }

  /** GET /files/absence-proofs/:id */
  @Get('absence-proofs/:id')
  @Allow('signed-in')
  async give(@Req() req: FastifyRequest, @Res() reply: FastifyReply, @Param('id') id: string): Promise<void> {
    const { actor, language } = await this.calls.of(req, reply);
    const proof = isUuid(id) ? await this.proofs.read(actor, id) : new NotFound('absence_proof');
    if (isProblem(proof)) return refuseFile(req, reply, { problem: proof, language });
    await reply
      .header('content-type', proof.mediaType)
      .header('content-disposition', 'attachment')
      .header('content-security-policy', SANDBOX)
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, no-store')
      .send(proof.bytes);
  }
}
