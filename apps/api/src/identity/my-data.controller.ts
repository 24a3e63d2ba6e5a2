import { ExportMyData } from '@app/identity';
import { isProblem } from '@app/platform';
import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Allow } from '../graphql/access/allow.js';
import { Calls } from '../http/calls.js';

/** The file of one's own data. There is no address that opens it without the session of its person. */
@Controller('files')
export class MyDataController {
  constructor(
    private readonly calls: Calls,
    private readonly exports: ExportMyData,
  ) {}

  /** GET /files/my-data/{id}.json */
  @Get('my-data/:file')
  @Allow('signed-in')
  async giveOut(@Req() req: FastifyRequest, @Res() reply: FastifyReply, @Param('file') file: string): Promise<void> {
    const { actor } = await this.calls.of(req, reply);
    const content = await this.exports.content(actor, file.replace(/\.json$/, ''));
    if (isProblem(content)) throw new NotFoundException();
    await reply
      .header('content-type', 'application/json; charset=utf-8')
      .header('content-disposition', 'attachment; filename="my-data.json"')
      .header('cache-control', 'no-store')
      .header('x-content-type-options', 'nosniff')
      .send(JSON.stringify(content, null, 2));
  }
}
