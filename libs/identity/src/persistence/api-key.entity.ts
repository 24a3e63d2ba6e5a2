import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { type ServiceRole } from '../domain/api-key.js';
import { OrganisationEntity } from './organisation.entity.js';
import { PersonEntity } from './person.entity.js';

/** A key of a service account. The key itself is shown once and kept as SHA-256. */
@Entity('api_key')
@Unique('api_key_organisation_id_uq', ['organisationId', 'id'])
@Unique('api_key_hash_uq', ['keyHash'])
@Index('api_key_name_uq', ['organisationId', 'name'], { unique: true, where: 'revoked_at IS NULL' })
export class ApiKeyEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'api_key_pk' })
  id: string;

  @Column('uuid', { name: 'organisation_id' })
  @ForeignKey(() => OrganisationEntity, { name: 'api_key_organisation_fk' })
  organisationId: string;

  /** The service account: who did what was done with this key. */
  @Column('uuid', { name: 'person_id' })
  @ForeignKey(() => PersonEntity, { name: 'api_key_person_fk' })
  personId: string;

  @Column('text')
  name: string;

  @Column('bytea', { name: 'key_hash' })
  keyHash: Buffer;

  @Column('text')
  beginning: string;

  @Column('text')
  role: ServiceRole;

  @Column('text', { array: true })
  scopes: string[];

  @Column('uuid', { name: 'created_by' })
  @ForeignKey(() => PersonEntity, { name: 'api_key_created_by_fk' })
  createdBy: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'app.now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt: Date | null;

  @Column('date', { name: 'last_used_on', nullable: true })
  lastUsedOn: string | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;

  @Column('integer', { default: 1 })
  version: number;
}
