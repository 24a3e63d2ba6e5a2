import { Readable } from 'node:stream';
import { ReadPeopleImports } from '@app/identity';
import { type Actor, CSV_BEGINNING, csvLine, isProblem, isUuid, type Language } from '@app/platform';
import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Allow } from '../graphql/access/allow.js';
import { wordFault } from '../graphql/problems/faults.js';
import { Calls } from '../http/calls.js';

const PAGE = 500;
const HEADINGS: Readonly<Record<Language, readonly string[]>> = {
  fr: ['ligne', 'cellule', 'champ', 'à corriger'],
  nl: ['regel', 'cel', 'veld', 'te verbeteren'],
  de: ['Zeile', 'Zelle', 'Feld', 'zu berichtigen'],
  en: ['line', 'cell', 'field', 'to mend'],
};

/** The lines of a list that were left out, to be mended beside the file itself. */
@Controller('files')
export class ImportFaultsController {
  constructor(
    private readonly calls: Calls,
    private readonly imports: ReadPeopleImports,
  ) {}

  /** GET /files/imports/{id}/faults.csv */
  @Get('imports/:importId/faults.csv')
  @Allow('coordinator', 'manager')
  async giveOut(@Req() req: FastifyRequest, @Res() reply: FastifyReply, @Param('importId') importId: string): Promise<void> {
    const { actor, language } = await this.calls.of(req, reply);
    if (!isUuid(importId) || isProblem(await this.imports.one(actor, importId))) throw new NotFoundException();
    await reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="faults.csv"')
      .header('x-content-type-options', 'nosniff')
      .send(Readable.from(this.lines(actor, importId, language)));
  }

  private async *lines(actor: Actor, importId: string, language: Language): AsyncGenerator<string, void, undefined> {
    yield CSV_BEGINNING + csvLine(HEADINGS[language]);
    let after: readonly [number, number] | undefined;
    for (;;) {
      const page = await this.imports.faults(actor, importId, { first: PAGE, after });
      if (isProblem(page)) return;
      for (const { line, cell, field, reason, values } of page.rows) yield csvLine([line, cell, field, wordFault({ field: field ?? '', reason, values }, language)]);
      const last = page.rows.at(-1);
      if (!page.hasNextPage || !last) return;
      after = [last.line, last.number];
    }
  }
}
