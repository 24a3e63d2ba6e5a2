import { Args, ArgsType, Field, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CancelPeopleImport, ChooseImportSheet, ReadPeopleImports, StartPeopleImport } from '@app/identity';
import { Actor, isProblem } from '@app/platform';
import { IsUUID } from 'class-validator';
import { Allow, type Call, connection, CurrentActor, CurrentCall, PageArgs, pageRequest } from '../graphql/index.js';
import { wordFault } from '../graphql/problems/faults.js';
import { OrganisationArgs } from './organisation.input.js';
import { CancelPeopleImportResult, ChooseImportSheetInput, ChooseImportSheetResult, ImportFaultsResult, PeopleImportResult, PeopleImportsResult, StartPeopleImportInput, StartPeopleImportResult } from './people-import.types.js';
import { shownImport, shownUpload } from './shown-import.js';

@ArgsType()
class ImportArgs {
  @Field(() => ID, { description: 'The import.' })
  @IsUUID()
  importId: string;
}

@ArgsType()
class ImportFaultArgs extends PageArgs {
  @Field(() => ID, { description: 'The import.' })
  @IsUUID()
  importId: string;
}

@Resolver()
export class PeopleImportResolver {
  constructor(
    private readonly read: ReadPeopleImports,
    private readonly start: StartPeopleImport,
    private readonly cancel: CancelPeopleImport,
    private readonly sheets: ChooseImportSheet,
  ) {}

  @Query(() => PeopleImportResult, { description: 'How an import stands.' })
  @Allow('coordinator', 'manager')
  async peopleImport(@CurrentCall() call: Call, @CurrentActor() actor: Actor, @Args() { importId }: ImportArgs) {
    return shownImport(await this.read.one(actor, importId), call.language);
  }

  @Query(() => PeopleImportsResult, { description: 'The last imports of an organisation.' })
  @Allow('coordinator', 'manager')
  async peopleImports(@CurrentCall() call: Call, @CurrentActor() actor: Actor, @Args() { organisationId }: OrganisationArgs) {
    const imports = await this.read.list(actor, organisationId);
    return isProblem(imports) ? imports : { imports: imports.map((one) => shownImport(one, call.language)) };
  }

  @Query(() => ImportFaultsResult, { description: 'What was wrong with which line, by line.' })
  @Allow('coordinator', 'manager')
  async peopleImportFaults(@CurrentCall() call: Call, @CurrentActor() actor: Actor, @Args() args: ImportFaultArgs) {
    const page = await this.read.faults(actor, args.importId, pageRequest(args));
    if (isProblem(page)) return page;
    const rows = page.rows.map((fault) => ({ ...fault, cells: fault.cells ?? [], message: wordFault({ ...fault, field: fault.field ?? '' }, call.language) }));
    return connection({ ...page, rows }, (fault) => [fault.line, fault.number]);
  }

  @Mutation(() => ChooseImportSheetResult, { description: 'Turns to another sheet of an uploaded workbook; what was tried before is forgotten.' })
  @Allow('coordinator', 'manager')
  async chooseImportSheet(@CurrentCall() call: Call, @CurrentActor() actor: Actor, @Args('input') input: ChooseImportSheetInput) {
    const chosen = await this.sheets.execute(actor, input);
    return isProblem(chosen) ? chosen : shownUpload(chosen, call.language);
  }

  @Mutation(() => StartPeopleImportResult, { description: 'Has an uploaded list read, for real or for a try.' })
  @Allow('coordinator', 'manager')
  async startPeopleImport(@CurrentCall() call: Call, @CurrentActor() actor: Actor, @Args('input') { columns, cohortId, ...input }: StartPeopleImportInput) {
    const mapping = Object.fromEntries(columns.map(({ field, column }) => [field, column]));
    return shownImport(await this.start.execute(actor, { ...input, mapping, target: cohortId ? { kind: 'cohort', id: cohortId } : undefined }), call.language);
  }

  @Mutation(() => CancelPeopleImportResult, { description: 'Stops an import; what was added stays.' })
  @Allow('coordinator', 'manager')
  async cancelPeopleImport(@CurrentCall() call: Call, @CurrentActor() actor: Actor, @Args() { importId }: ImportArgs) {
    return shownImport(await this.cancel.execute(actor, importId), call.language);
  }
}
