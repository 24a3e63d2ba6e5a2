import { Readable } from 'node:stream';
import { importFields, type LineFault, type PeopleImport, ReadPeopleImports } from '@app/identity';
import { type Actor, CSV_BEGINNING, csvLine, isProblem, isUuid, type Language, NotFound, unneutralised } from '@app/platform';
import { Controller, Get, NotFoundException, Param, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Allow } from '../graphql/access/allow.js';
import { wordFault } from '../graphql/problems/faults.js';
import { Calls } from '../http/calls.js';

const PAGE = 500;
const HEADINGS: Readonly<Record<Language, readonly string[]>> = {
  fr: ['ligne', 'à corriger'],
  nl: ['regel', 'te verbeteren'],
  de: ['Zeile', 'zu berichtigen'],
  en: ['line', 'to mend'],
};

/** The lines of a list that were left out, each with its own cells under the headings of the list: mended, the file can be imported as it is. */
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
    const list = isUuid(importId) ? await this.imports.one(actor, importId) : new NotFound('people-import');
    if (isProblem(list)) throw new NotFoundException();
    await reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="faults.csv"')
      .header('x-content-type-options', 'nosniff')
      .send(Readable.from(this.lines(actor, list, language)));
  }

  private async *lines(actor: Actor, list: PeopleImport, language: Language): AsyncGenerator<string, void, undefined> {
    yield CSV_BEGINNING + csvLine([...HEADINGS[language], ...list.header]);
    let open: LineFault[] = [];
    for await (const fault of this.faults(actor, list.id)) {
      if (open[0] && open[0].line !== fault.line) {
        yield faultyLine(open, list, language);
        open = [];
      }
      open.push(fault);
    }
    if (open.length > 0) yield faultyLine(open, list, language);
  }

  private async *faults(actor: Actor, importId: string): AsyncGenerator<LineFault, void, undefined> {
    let after: readonly [number, number] | undefined;
    for (;;) {
      const page = await this.imports.faults(actor, importId, { first: PAGE, after });
      if (isProblem(page)) return;
      yield* page.rows;
      const last = page.rows.at(-1);
      if (!page.hasNextPage || !last) return;
      after = [last.line, last.number];
    }
  }
}

/** All that is wrong with one line, in one cell, before the cells of the line itself. */
function faultyLine(faults: readonly LineFault[], list: PeopleImport, language: Language): string {
  const [first] = faults;
  const words = faults.map((fault) => [placeOf(fault, list), wordFault({ ...fault, field: fault.field ?? '' }, language)].filter(Boolean).join(': '));
  return csvLine([first?.line, words.join(' '), ...(first?.cells ?? []).map(unneutralised)]);
}

/** The heading of the column, as the list itself has it. */
function placeOf({ field, cell }: LineFault, { header, wishes: { mapping = {} } }: PeopleImport): string | undefined {
  const column = importFields.find((known) => known === field);
  return cell ?? (column && header[mapping[column] ?? -1]) ?? undefined;
}
