import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A calendar of closed days that sites follow; public holidays are computed from it. */
@Entity('closure_calendar')
@Unique('closure_calendar_organisation_id_uq', ['organisationId', 'id'])
@Index('closure_calendar_name_uq', { synchronize: false })
@ForeignKey('OrganisationEntity', ['organisationId'], ['id'], { name: 'closure_calendar_organisation_fk' })
export class ClosureCalendarEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'closure_calendar_pk' })
  id: string;

  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  @Column('text')
  name: string;

  @Column('text', { name: 'public_holidays', nullable: true })
  publicHolidays: string | null;

  @Column('text', { nullable: true })
  community: string | null;

  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'app.now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt: Date | null;
}
