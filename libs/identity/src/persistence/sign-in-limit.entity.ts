import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How many attempts were counted for an account or a network. Keys hold digests and networks, no addresses of people. */
@Entity('sign_in_limit')
@Index('sign_in_limit_ends', ['endsAt'])
export class SignInLimitEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'sign_in_limit_pk' })
  key: string;

  @Column('integer')
  attempts: number;

  @Column('timestamptz', { name: 'ends_at' })
  endsAt: Date;
}
