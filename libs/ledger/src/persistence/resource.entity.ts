import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A room or piece of equipment of an organisation; or a person, who stands under nobody (nil) and keeps the person's own id. */
@Entity('resource')
@Unique('resource_organisation_id_uq', ['organisationId', 'id'])
@Index('resource_name_uq', { synchronize: false })
@ForeignKey('SiteEntity', ['organisationId', 'siteId'], ['organisationId', 'id'], { name: 'resource_site_fk' })
@ForeignKey('PersonEntity', ['personId'], ['id'], { name: 'resource_person_fk' })
export class ResourceEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'resource_pk' })
  id: string;

  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  @Column('text')
  kind: string;

  @Column('uuid', { name: 'person_id', nullable: true })
  personId: string | null;

  @Column('uuid', { name: 'site_id', nullable: true })
  siteId: string | null;

  @Column('text', { nullable: true })
  name: string | null;

  @Column('integer', { nullable: true })
  seats: number | null;

  @Column('boolean', { default: false })
  shared: boolean;

  @Column('text', { array: true, default: '{}' })
  features: string[];

  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'app.now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt: Date | null;
}
