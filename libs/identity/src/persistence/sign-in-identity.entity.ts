import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { PersonEntity } from './person.entity.js';
import { SignInProviderEntity } from './sign-in-provider.entity.js';

/** A user of a provider who is this person here. Belongs to the person. */
@Entity('sign_in_identity')
@Unique('sign_in_identity_subject_uq', ['providerId', 'subject'])
@Unique('sign_in_identity_person_uq', ['providerId', 'personId'])
@Index('sign_in_identity_of_person', ['personId'])
export class SignInIdentityEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'sign_in_identity_pk' })
  id: string;

  @Column('uuid', { name: 'person_id' })
  @ForeignKey(() => PersonEntity, { name: 'sign_in_identity_person_fk' })
  personId: string;

  @Column('uuid', { name: 'provider_id' })
  @ForeignKey(() => SignInProviderEntity, { name: 'sign_in_identity_provider_fk', onDelete: 'CASCADE' })
  providerId: string;

  /** The provider's own id of the user ("sub"). */
  @Column('text')
  subject: string;

  @Column('text')
  label: string;

  @Column('timestamptz', { name: 'linked_at', default: () => 'app.now()' })
  linkedAt: Date;

  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt: Date | null;
}
