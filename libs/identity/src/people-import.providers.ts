import { CancelPeopleImport } from './application/cancel-people-import.js';
import { ChooseImportSheet } from './application/choose-import-sheet.js';
import { ExportPeople } from './application/export-people.js';
import { ImportBatch } from './application/import-batch.js';
import { ImportDestinations } from './application/import-destinations.js';
import { ImportFiles } from './application/import-files.js';
import { ImportFollowUp } from './application/import-follow-up.js';
import { ImportPeopleFile } from './application/import-people-file.js';
import { ImportPeopleHandler } from './application/import-people-handler.js';
import { ImportSites } from './application/import-sites.js';
import { ImportTargets } from './application/import-targets.js';
import { ReadPeopleImports } from './application/read-people-imports.js';
import { RunPeopleImport } from './application/run-people-import.js';
import { StartPeopleImport } from './application/start-people-import.js';
import { UploadPeople } from './application/upload-people.js';
import { WelcomeImported } from './application/welcome-imported.js';
import { ImportBatchStore } from './persistence/import-batch.store.js';
import { PeopleImportStore } from './persistence/people-import.store.js';

/** Lists of people. */
export const importUseCases = [UploadPeople, ChooseImportSheet, StartPeopleImport, RunPeopleImport, CancelPeopleImport, ReadPeopleImports, ImportPeopleFile, ExportPeople, ImportTargets];
export const importInnerSteps = [ImportBatch, ImportDestinations, ImportFiles, ImportFollowUp, ImportPeopleHandler, ImportSites, WelcomeImported];
export const importStores = [ImportBatchStore, PeopleImportStore];
