import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** One word about one person in one unit of a session. Never changed: a correction names the mark that it corrects. */
@Entity('attendance_mark')
@Unique('attendance_mark_organisation_id_uq', ['organisationId', 'id'])
@Unique('attendance_mark_superseded_once', ['supersedes'])
@Index('attendance_mark_first_uq', ['occurrenceId', 'personId', 'unit'], { unique: true, where: 'supersedes IS NULL' })
@Index('attendance_mark_person', ['personId'])
@ForeignKey('OccurrenceEntity', ['organisationId', 'occurrenceId'], ['organisationId', 'id'], { name: 'attendance_mark_occurrence_fk' })
@ForeignKey('PersonEntity', ['personId'], ['id'], { name: 'attendance_mark_person_fk' })
@ForeignKey('AttendanceMarkEntity', ['organisationId', 'supersedes'], ['organisationId', 'id'], { name: 'attendance_mark_supersedes_fk' })
export class AttendanceMarkEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'attendance_mark_pk' })
  id: string;

  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  @Column('uuid', { name: 'occurrence_id' })
  occurrenceId: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('integer')
  unit: number;

  @Column('text')
  status: string;

  @Column('integer', { name: 'minutes_late', nullable: true })
  minutesLate: number | null;

  @Column('text', { default: 'staff' })
  source: string;

  @Column('uuid', { name: 'recorded_by', nullable: true })
  recordedBy: string | null;

  @Column('timestamptz', { name: 'recorded_at', default: () => 'app.now()' })
  recordedAt: Date;

  @Column('uuid', { nullable: true })
  supersedes: string | null;
}
