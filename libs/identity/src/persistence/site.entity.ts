import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { OrganisationEntity } from './organisation.entity.js';

/** A place with an address and a time zone; may be hosted by a partner. */
@Entity('site')
@Unique('site_organisation_id_uq', ['organisationId', 'id'])
@Index('site_name_uq', ['organisationId', 'name'], { unique: true, where: 'archived_at IS NULL' })
export class SiteEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'site_pk' })
  id: string;

  @Column('uuid', { name: 'organisation_id' })
  @ForeignKey(() => OrganisationEntity, { name: 'site_organisation_fk' })
  organisationId: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  street: string | null;

  @Column('text', { name: 'postal_code', nullable: true })
  postalCode: string | null;

  @Column('text', { nullable: true })
  city: string | null;

  /** ISO 3166-1 alpha-2. */
  @Column('text', { default: 'BE' })
  country: string;

  @Column('text', { nullable: true })
  directions: string | null;

  @Column('text', { default: 'Europe/Brussels' })
  zone: string;

  @Column('text', { name: 'hosted_by', nullable: true })
  hostedBy: string | null;

  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'app.now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt: Date | null;
}
