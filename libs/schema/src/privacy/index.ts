import { agendasData } from './agendas.data.js';
import { cohortsData } from './cohorts.data.js';
import { coursesData } from './courses.data.js';
import { identityData } from './identity.data.js';
import { ledgerData } from './ledger.data.js';
import { messagesData } from './messages.data.js';
import { platformData } from './platform.data.js';
import { type DataCatalogue } from './table-data.js';

/** Every table with every column: what it holds, what becomes of it when a person is erased, and when it goes by itself. */
export const dataCatalogue: DataCatalogue = { ...platformData, ...messagesData, ...identityData, ...ledgerData, ...coursesData, ...cohortsData, ...agendasData };
