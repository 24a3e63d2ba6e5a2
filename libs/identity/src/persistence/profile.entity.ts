import { type Language } from '@app/platform';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { OrganisationEntity } from './organisation.entity.js';
import { PersonEntity } from './person.entity.js';
import { SiteEntity } from './site.entity.js';

/** What one organisation knows of a human. */
@Entity('profile')
@Unique('profile_organisation_id_uq', ['organisationId', 'id'])
@Unique('profile_person_uq', ['organisationId', 'personId'])
@Index('profile_email_uq', ['organisationId', 'emailKey'], { unique: true, where: 'email_key IS NOT NULL AND archived_at IS NULL' })
@Index('profile_reference_uq', ['organisationId', 'reference'], { unique: true, where: 'reference IS NOT NULL AND archived_at IS NULL' })
@Index('profile_list', ['organisationId', 'sortName', 'id'], { where: 'archived_at IS NULL' })
@Index('profile_person', ['personId'])
@ForeignKey(() => SiteEntity, ['organisationId', 'siteId'], ['organisationId', 'id'], { name: 'profile_site_fk' })
@Index('profile_search', { synchronize: false })
export class ProfileEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'profile_pk' })
  id: string;

  @Column('uuid', { name: 'organisation_id' })
  @ForeignKey(() => OrganisationEntity, { name: 'profile_organisation_fk' })
  organisationId: string;

  @Column('uuid', { name: 'person_id' })
  @ForeignKey(() => PersonEntity, { name: 'profile_person_fk' })
  personId: string;

  @Column('text', { name: 'given_name' })
  givenName: string;

  @Column('text', { name: 'family_name', default: '' })
  familyName: string;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('text', { default: 'fr' })
  language: Language;

  /** The organisation's own number or code for the person; never a national register number. */
  @Column('text', { nullable: true })
  reference: string | null;

  /** Where the person usually is. */
  @Column('uuid', { name: 'site_id', nullable: true })
  siteId: string | null;

  /** When the human himself accepted to be this person here; null while provisional. */
  @Column('timestamptz', { name: 'joined_at', nullable: true })
  joinedAt: Date | null;

  /** Written by the trigger profile_keys, as are the next two: the address in lower case. */
  @Column('text', { name: 'email_key', nullable: true })
  emailKey: string | null;

  @Column('text', { name: 'sort_name', default: '' })
  sortName: string;

  @Column('text', { name: 'search_text', default: '' })
  searchText: string;

  /** Rises with every change of the profile, its roles or its state. */
  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'app.now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt: Date | null;
}
