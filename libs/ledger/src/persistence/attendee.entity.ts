import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Who is concerned by an occurrence, and as what. */
@Entity('attendee')
@Index('attendee_person', ['personId'])
@Index('attendee_staff', ['occurrenceId'], { where: "part <> 'learner'::text" })
@ForeignKey('OccurrenceEntity', ['organisationId', 'occurrenceId'], ['organisationId', 'id'], { name: 'attendee_occurrence_fk' })
@ForeignKey('PersonEntity', ['personId'], ['id'], { name: 'attendee_person_fk' })
export class AttendeeEntity {
  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  @PrimaryColumn('uuid', { name: 'occurrence_id', primaryKeyConstraintName: 'attendee_pk' })
  occurrenceId: string;

  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'attendee_pk' })
  personId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'attendee_pk' })
  part: string;

  @Column('text', { default: 'expected' })
  state: string;

  @Column('timestamptz', { default: () => 'app.now()' })
  since: Date;
}
