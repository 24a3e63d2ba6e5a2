import { Injectable } from '@nestjs/common';
import { Changes, type Tx } from '@app/platform';
import { ScopeStore } from '../persistence/scope.store.js';
import { CALENDAR_SCOPE } from './invite-to-series.js';

export interface CalendarScope {
  readonly organisationId: string;
  readonly scopeId: string;
}

/** Whether the series of a scope are sent as invitations by mail. A floor above, which knows the scope, decides who may choose. */
@Injectable()
export class CalendarScopes {
  constructor(
    private readonly store: ScopeStore,
    private readonly changes: Changes,
  ) {}

  /** From now on under this title; people who attend are invited, who subscribes is not. Said twice is said once. */
  async send(tx: Tx, scope: CalendarScope, title: string): Promise<void> {
    if (await this.store.put(tx, scope, title)) await this.changes.append(tx, { organisationId: scope.organisationId, subjectKind: CALENDAR_SCOPE, subjectId: scope.scopeId, kind: 'chosen' });
  }

  /** Nobody is invited any more; what stands in calendars goes on following changes. */
  async stop(tx: Tx, scope: CalendarScope): Promise<void> {
    if (await this.store.remove(tx, scope)) await this.changes.append(tx, { organisationId: scope.organisationId, subjectKind: CALENDAR_SCOPE, subjectId: scope.scopeId, kind: 'given-up' });
  }
}
