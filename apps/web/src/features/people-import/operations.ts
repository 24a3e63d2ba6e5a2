import {
  CancelPeopleImportDocument,
  ChooseImportSheetDocument,
  PeopleImportDocument,
  type PeopleImportFaultsQuery,
  PeopleImportFaultsDocument,
  type PeopleImportQuery,
  PeopleImportsDocument,
  type PeopleImportsQuery,
  StartPeopleImportDocument,
} from '~/generated/people-import/graphql';
import { type Answer, answerOf, done } from '~/lib/api/answer';
import { headers, mutate } from '~/lib/api/send';
import { type Read, readOf, useRead } from '~/lib/api/use-api';
import { type Role } from '~/lib/viewer';

export type PeopleImport = Extract<PeopleImportQuery['peopleImport'], { readonly __typename: 'PeopleImport' }>;
export type PastImport = Extract<PeopleImportsQuery['peopleImports'], { readonly __typename: 'PeopleImportList' }>['imports'][number];
export type LineFault = Extract<PeopleImportFaultsQuery['peopleImportFaults'], { readonly __typename: 'ImportFaultConnection' }>['nodes'][number];

/** Which column, from 0, holds which field; left out where none does. */
export type Mapping = Readonly<Record<string, number>>;

/** What the server saw in a file: headings, first lines, and which column seems to hold what. */
export interface Uploaded {
  readonly importId: string;
  /** Of a workbook: the sheet that this is about. */
  readonly sheet: string | null;
  readonly mapping: Mapping;
  /** The columns are those that somebody chose for the same headings before. */
  readonly remembered: boolean;
  readonly sample: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

export interface ImportWishes {
  readonly mapping: Mapping;
  readonly roles: readonly Role[];
  readonly invite: boolean;
  readonly dryRun: boolean;
  /** Everybody of the list gets a place there. */
  readonly cohortId: string | undefined;
}

export const mappingOf = (columns: readonly { readonly field: string; readonly column: number }[]): Mapping => Object.fromEntries(columns.map(({ field, column }) => [field, column]));

interface UploadAnswer {
  readonly import: { readonly id: string; readonly sheet?: string | null };
  readonly columns: readonly { readonly field: string; readonly column: number }[];
  readonly remembered: boolean;
  readonly sample: Uploaded['sample'];
}

interface RefusedFile {
  readonly code: string;
  readonly message: string;
  readonly sheets?: readonly string[];
}

/** A workbook whose sheet was refused may have another one that is meant. */
type UploadOutcome = Answer<Uploaded> & { readonly sheets?: readonly string[] };

/** The file goes as the body of the request; the server streams it and keeps it until the import is over. */
export async function upload(organisationId: string, file: File, sheet?: string): Promise<UploadOutcome> {
  const query = new URLSearchParams({ organisationId, name: file.name, ...(sheet === undefined ? {} : { sheet }) });
  const sent = await fetch(`/files/imports?${query.toString()}`, { method: 'POST', credentials: 'same-origin', headers: { ...headers(), 'content-type': 'application/octet-stream' }, body: file });
  const body = (await sent.json()) as UploadAnswer & RefusedFile;
  if (!sent.ok) return { ok: false, refusal: { code: body.code, message: body.message, faults: [], details: [] }, sheets: body.sheets ?? [] };
  return done(uploadedOf(body));
}

/** Another sheet of the same workbook; the file need not be sent again. */
export async function chooseSheet(importId: string, sheet: string): Promise<Answer<Uploaded>> {
  const { chooseImportSheet } = await mutate(ChooseImportSheetDocument, { input: { importId, sheet } });
  return 'import' in chooseImportSheet ? done(uploadedOf(chooseImportSheet)) : answerOf(chooseImportSheet);
}

const uploadedOf = ({ import: list, columns, remembered, sample }: UploadAnswer): Uploaded => ({ importId: list.id, sheet: list.sheet ?? null, mapping: mappingOf(columns), remembered, sample });

export const useImport = (importId: string): Read<PeopleImport> =>
  readOf(useRead(PeopleImportDocument, { importId }), ({ peopleImport }) => ('id' in peopleImport ? peopleImport : undefined));

export const usePastImports = (organisationId: string): Read<readonly PastImport[]> =>
  readOf(useRead(PeopleImportsDocument, { organisationId }), ({ peopleImports }) => ('imports' in peopleImports ? peopleImports.imports : undefined));

const SHOWN_FAULTS = 100;

export const useFaults = (importId: string): Read<{ readonly faults: readonly LineFault[]; readonly more: boolean }> =>
  readOf(useRead(PeopleImportFaultsDocument, { importId, first: SHOWN_FAULTS }), ({ peopleImportFaults }) =>
    'nodes' in peopleImportFaults ? { faults: peopleImportFaults.nodes, more: peopleImportFaults.pageInfo.hasNextPage } : undefined,
  );

export async function start(importId: string, { mapping, roles, invite, dryRun, cohortId }: ImportWishes): Promise<Answer<unknown>> {
  const columns = Object.entries(mapping).map(([field, column]) => ({ field, column }));
  return answerOf((await mutate(StartPeopleImportDocument, { input: { importId, columns, roles, invite, dryRun, cohortId } })).startPeopleImport);
}

export const cancel = async (importId: string): Promise<Answer<unknown>> => answerOf((await mutate(CancelPeopleImportDocument, { importId })).cancelPeopleImport);
