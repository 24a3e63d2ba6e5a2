import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** Whatever happens: local start and zone, instants, place, state and three counters. */
@Entity('occurrence')
@Unique('occurrence_organisation_id_uq', ['organisationId', 'id'])
@Unique('occurrence_uid_uq', ['uid'])
@Index('occurrence_organisation_start', ['organisationId', 'startsAt'])
@Index('occurrence_site_start', ['siteId', 'startsAt'], { where: "state = ANY (ARRAY['tentative'::text, 'planned'::text])" })
@Index('occurrence_series', ['seriesId'], { where: 'series_id IS NOT NULL' })
@Index('occurrence_scope', ['scopeId'], { where: 'scope_id IS NOT NULL' })
@Index('occurrence_held', ['heldUntil'], { where: "state = 'tentative'::text" })
@ForeignKey('OrganisationEntity', ['organisationId'], ['id'], { name: 'occurrence_organisation_fk' })
@ForeignKey('SiteEntity', ['siteOrganisationId', 'siteId'], ['organisationId', 'id'], { name: 'occurrence_site_fk' })
export class OccurrenceEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'occurrence_pk' })
  id: string;

  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  @Column('text')
  kind: string;

  @Column('text', { default: 'planned' })
  state: string;

  @Column('date', { name: 'local_date' })
  localDate: string;

  @Column('time', { name: 'local_time' })
  localTime: string;

  @Column('text')
  zone: string;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt: Date;

  @Column('timestamptz', { name: 'ends_at' })
  endsAt: Date;

  @Column('uuid', { name: 'site_organisation_id', nullable: true })
  siteOrganisationId: string | null;

  @Column('uuid', { name: 'site_id', nullable: true })
  siteId: string | null;

  @Column('timestamptz', { name: 'held_until', nullable: true })
  heldUntil: Date | null;

  @Column('text', { default: () => '(gen_random_uuid())' })
  uid: string;

  @Column('uuid', { name: 'series_id', nullable: true })
  seriesId: string | null;

  @Column('uuid', { name: 'scope_id', nullable: true })
  scopeId: string | null;

  @Column('timestamptz', { name: 'changed_at', default: () => 'app.now()' })
  changedAt: Date;

  @Column('boolean', { name: 'moved_by_hand', default: false })
  movedByHand: boolean;

  @Column('integer', { default: 1 })
  version: number;

  @Column('integer', { name: 'timing_version', default: 1 })
  timingVersion: number;

  @Column('integer', { default: 0 })
  sequence: number;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'app.now()' })
  createdAt: Date;
}
