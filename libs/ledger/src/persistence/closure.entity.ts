import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** Days on which a calendar is closed, or open by exception. */
@Entity('closure')
@Unique('closure_uid_uq', ['calendarId', 'uid'])
@Index('closure_calendar_days', ['calendarId', 'startsOn'])
@ForeignKey('ClosureCalendarEntity', ['organisationId', 'calendarId'], ['organisationId', 'id'], { name: 'closure_calendar_fk' })
export class ClosureEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'closure_pk' })
  id: string;

  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  @Column('uuid', { name: 'calendar_id' })
  calendarId: string;

  @Column('text', { default: 'closed' })
  kind: string;

  @Column('date', { name: 'starts_on' })
  startsOn: string;

  @Column('date', { name: 'ends_on' })
  endsOn: string;

  @Column('text')
  name: string;

  @Column('text')
  uid: string;
}
