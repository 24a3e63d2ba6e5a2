import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** An address for calendar programs: a person's own agenda, or a room. */
@Entity('calendar_feed')
@Unique('calendar_feed_token_uq', ['tokenHash'])
@Index('calendar_feed_person', ['personId'])
@Index('calendar_feed_resource', ['resourceId'], { where: 'resource_id IS NOT NULL' })
@ForeignKey('OrganisationEntity', ['organisationId'], ['id'], { name: 'calendar_feed_organisation_fk' })
@ForeignKey('PersonEntity', ['personId'], ['id'], { name: 'calendar_feed_person_fk' })
@ForeignKey('ResourceEntity', ['organisationId', 'resourceId'], ['organisationId', 'id'], { name: 'calendar_feed_resource_fk' })
export class CalendarFeedEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'calendar_feed_pk' })
  id: string;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId: string | null;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('text')
  kind: string;

  @Column('uuid', { name: 'resource_id', nullable: true })
  resourceId: string | null;

  @Column('text')
  language: string;

  @Column('bytea', { name: 'token_hash' })
  tokenHash: Buffer;

  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'app.now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'renewed_at', default: () => 'app.now()' })
  renewedAt: Date;

  @Column('timestamptz', { name: 'read_at', nullable: true })
  readAt: Date | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;
}
