import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A scope whose series are sent as invitations by mail. */
@Entity('calendar_scope')
@ForeignKey('OrganisationEntity', ['organisationId'], ['id'], { name: 'calendar_scope_organisation_fk' })
export class CalendarScopeEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id', primaryKeyConstraintName: 'calendar_scope_pk' })
  organisationId: string;

  @PrimaryColumn('uuid', { name: 'scope_id', primaryKeyConstraintName: 'calendar_scope_pk' })
  scopeId: string;

  /** What the scope is called. */
  @Column('text')
  title: string;

  @Column('uuid', { name: 'chosen_by', nullable: true })
  chosenBy: string | null;

  @Column('timestamptz', { name: 'chosen_at', default: () => 'app.now()' })
  chosenAt: Date;
}
