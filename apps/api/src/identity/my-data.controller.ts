import { dataPage, type ExportedData, ExportMyData } from '@app/identity';
import { isProblem } from '@app/platform';
import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Allow } from '../graphql/access/allow.js';
import { Calls } from '../http/calls.js';

/** The file of one's own data, and the same as a page to be read. There is no address that opens it without the session of its person. */
@Controller('files')
export class MyDataController {
  constructor(
    private readonly calls: Calls,
    private readonly exports: ExportMyData,
  ) {}

  /** GET /files/my-data/{id}.json and {id}.html */
  @Get('my-data/:file')
  @Allow('signed-in')
  async giveOut(@Req() req: FastifyRequest, @Res() reply: FastifyReply, @Param('file') file: string): Promise<void> {
    const { actor } = await this.calls.of(req, reply);
    const content = await this.exports.content(actor, file.replace(/\.(json|html)$/, ''));
    if (isProblem(content)) throw new NotFoundException();
    if (file.endsWith('.html')) return this.show(reply, dataPage(content as ExportedData, actor.language ?? 'fr'));
    await reply
      .header('content-type', 'application/json; charset=utf-8')
      .header('content-disposition', 'attachment; filename="my-data.json"')
      .header('cache-control', 'no-store')
      .header('x-content-type-options', 'nosniff')
      .send(JSON.stringify(content, null, 2));
  }

  /** Read in the browser: nothing of it runs, and nothing is loaded. */
  private async show(reply: FastifyReply, page: string): Promise<void> {
    await reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-disposition', 'inline; filename="my-data.html"')
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox")
      .header('cache-control', 'no-store')
      .header('x-content-type-options', 'nosniff')
      .send(page);
  }
}
