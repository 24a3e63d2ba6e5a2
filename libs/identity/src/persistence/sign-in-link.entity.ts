import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from './person.entity.js';
import { SignInProviderEntity } from './sign-in-provider.entity.js';

/** A link that a mail carries: to sign in, to choose a password, to confirm a provider. */
@Entity('sign_in_link')
@Index('sign_in_link_person', ['personId'])
export class SignInLinkEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'sign_in_link_pk' })
  id: string;

  @Column('text')
  kind: 'link' | 'reset' | 'provider';

  @Column('uuid', { name: 'person_id' })
  @ForeignKey(() => PersonEntity, { name: 'sign_in_link_person_fk' })
  personId: string;

  @Column('uuid', { name: 'provider_id', nullable: true })
  @ForeignKey(() => SignInProviderEntity, { name: 'sign_in_link_provider_fk', onDelete: 'CASCADE' })
  providerId: string | null;

  @Column('text', { nullable: true })
  subject: string | null;

  /** Digest of what only the browser holds that was at the provider. */
  @Column('bytea', { name: 'browser_hash', nullable: true })
  browserHash: Buffer | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'app.now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'expires_at', default: () => "(app.now() + '00:30:00'::interval)" })
  expiresAt: Date;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;
}
