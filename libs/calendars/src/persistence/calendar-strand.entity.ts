import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The sessions of a series at one time of day, as one recurring event in the calendar of a person. */
@Entity('calendar_strand')
@Index('calendar_strand_person', ['personId'])
@ForeignKey('OrganisationEntity', ['organisationId'], ['id'], { name: 'calendar_strand_organisation_fk' })
@ForeignKey('PersonEntity', ['personId'], ['id'], { name: 'calendar_strand_person_fk' })
export class CalendarStrandEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id', primaryKeyConstraintName: 'calendar_strand_pk' })
  organisationId: string;

  @PrimaryColumn('uuid', { name: 'series_id', primaryKeyConstraintName: 'calendar_strand_pk' })
  seriesId: string;

  /** "18:00" */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'calendar_strand_pk' })
  strand: string;

  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'calendar_strand_pk' })
  personId: string;

  @Column('text', { default: 'invited' })
  state: string;

  /** Rises with every mail about it. */
  @Column('integer', { default: 0 })
  sequence: number;

  @Column('timestamptz', { name: 'told_at', default: () => 'app.now()' })
  toldAt: Date;

  /** The message that said it last. */
  @Column('uuid', { name: 'told_by', nullable: true })
  toldBy: string | null;
}
