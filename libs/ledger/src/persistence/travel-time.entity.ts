import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** How long people and equipment need from one site to another. */
@Entity('travel_time')
@ForeignKey('SiteEntity', ['organisationId', 'fromSiteId'], ['organisationId', 'id'], { name: 'travel_time_from_fk' })
@ForeignKey('SiteEntity', ['organisationId', 'toSiteId'], ['organisationId', 'id'], { name: 'travel_time_to_fk' })
export class TravelTimeEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id', primaryKeyConstraintName: 'travel_time_pk' })
  organisationId: string;

  @PrimaryColumn('uuid', { name: 'from_site_id', primaryKeyConstraintName: 'travel_time_pk' })
  fromSiteId: string;

  @PrimaryColumn('uuid', { name: 'to_site_id', primaryKeyConstraintName: 'travel_time_pk' })
  toSiteId: string;

  @Column('integer')
  minutes: number;
}
