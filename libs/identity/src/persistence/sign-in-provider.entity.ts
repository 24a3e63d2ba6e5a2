import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { OrganisationEntity } from './organisation.entity.js';

/** An organisation's own provider of sign-ins (OpenID Connect). */
@Entity('sign_in_provider')
@Unique('sign_in_provider_organisation_id_uq', ['organisationId', 'id'])
@Unique('sign_in_provider_client_uq', ['organisationId', 'issuer', 'clientId'])
@Index('sign_in_provider_domains', { synchronize: false })
export class SignInProviderEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'sign_in_provider_pk' })
  id: string;

  @Column('uuid', { name: 'organisation_id' })
  @ForeignKey(() => OrganisationEntity, { name: 'sign_in_provider_organisation_fk' })
  organisationId: string;

  @Column('text')
  name: string;

  @Column('text')
  issuer: string;

  @Column('text', { name: 'client_id' })
  clientId: string;

  /** Sealed (SecretBox) for this very row. */
  @Column('bytea', { name: 'client_secret', nullable: true })
  clientSecret: Buffer | null;

  @Column('text', { array: true, default: '{}' })
  domains: string[];

  @Column('boolean', { default: true })
  enabled: boolean;

  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'app.now()' })
  createdAt: Date;
}
