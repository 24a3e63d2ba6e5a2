import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PersonEntity } from './person.entity.js';

/** A second factor, offered until its first code activates it. */
@Entity('second_factor')
export class SecondFactorEntity {
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'second_factor_pk' })
  @ForeignKey(() => PersonEntity, { name: 'second_factor_person_fk' })
  personId: string;

  /** Sealed (SecretBox) for this very person. */
  @Column('bytea')
  secret: Buffer;

  @Column('timestamptz', { name: 'activated_at', nullable: true })
  activatedAt: Date | null;

  /** Time step (RFC 6238) of the last accepted code: a code works once. */
  @Column('bigint', { name: 'last_step', default: 0 })
  lastStep: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'app.now()' })
  createdAt: Date;
}
