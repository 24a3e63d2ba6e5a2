import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Somebody has an occurrence in the calendar because a mail of ours put it there. */
@Entity('calendar_invitation')
@Index('calendar_invitation_person', ['personId'])
@ForeignKey('OccurrenceEntity', ['organisationId', 'occurrenceId'], ['organisationId', 'id'], { name: 'calendar_invitation_occurrence_fk' })
@ForeignKey('PersonEntity', ['personId'], ['id'], { name: 'calendar_invitation_person_fk' })
export class CalendarInvitationEntity {
  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  @PrimaryColumn('uuid', { name: 'occurrence_id', primaryKeyConstraintName: 'calendar_invitation_pk' })
  occurrenceId: string;

  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'calendar_invitation_pk' })
  personId: string;

  @Column('text', { default: 'invited' })
  state: string;

  @Column('timestamptz', { name: 'told_at', default: () => 'app.now()' })
  toldAt: Date;

  /** The message that said it last. */
  @Column('uuid', { name: 'told_by', nullable: true })
  toldBy: string | null;

  /** Which recurring event it is a part of; null: it stands alone. */
  @Column('text', { nullable: true })
  strand: string | null;

  /** The start at which it was first told: its name in the recurring event. */
  @Column('timestamptz', { nullable: true })
  slot: Date | null;
}
