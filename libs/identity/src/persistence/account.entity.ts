import { type Language } from '@app/platform';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from './person.entity.js';

/** How a human signs in. Belongs to the person, not to an organisation; the application sees only the declared person's own. */
@Entity('account')
@Index('account_email_uq', { synchronize: false })
export class AccountEntity {
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'account_pk' })
  @ForeignKey(() => PersonEntity, { name: 'account_person_fk' })
  personId: string;

  @Column('text')
  email: string;

  @Column('timestamptz', { name: 'email_verified_at', nullable: true })
  emailVerifiedAt: Date | null;

  /** argon2id in PHC form; null for those who sign in by link or by a provider only. */
  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash: string | null;

  @Column('timestamptz', { name: 'password_changed_at', nullable: true })
  passwordChangedAt: Date | null;

  @Column('text', { nullable: true })
  name: string | null;

  @Column('text', { default: 'fr' })
  language: Language;

  @Column('text', { default: 'active' })
  state: 'active' | 'suspended';

  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'app.now()' })
  createdAt: Date;
}
