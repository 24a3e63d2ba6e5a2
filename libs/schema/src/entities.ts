import * as agendas from '@app/agendas/persistence';
import * as calendars from '@app/calendars/persistence';
import * as identity from '@app/identity/persistence';
import * as reminders from '@app/reminders/persistence';
import * as ledger from '@app/ledger/persistence';
import { type EntitySchema } from 'typeorm';

/** Every entity of every context: all that a context's second door (persistence/index.ts) shows. */
export const entities: ((new () => object) | EntitySchema)[] = [...Object.values(identity), ...Object.values(ledger), ...Object.values(agendas), ...Object.values(calendars), ...Object.values(reminders)];
