import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Which calendars a site follows. */
@Entity('site_calendar')
@Index('site_calendar_calendar', ['calendarId'])
@ForeignKey('SiteEntity', ['organisationId', 'siteId'], ['organisationId', 'id'], { name: 'site_calendar_site_fk' })
@ForeignKey('ClosureCalendarEntity', ['organisationId', 'calendarId'], ['organisationId', 'id'], { name: 'site_calendar_calendar_fk' })
export class SiteCalendarEntity {
  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  @PrimaryColumn('uuid', { name: 'site_id', primaryKeyConstraintName: 'site_calendar_pk' })
  siteId: string;

  @PrimaryColumn('uuid', { name: 'calendar_id', primaryKeyConstraintName: 'site_calendar_pk' })
  calendarId: string;
}
