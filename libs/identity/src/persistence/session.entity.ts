import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { PersonEntity } from './person.entity.js';
import { type SecondFactorState, type WayIn } from '../domain/session.js';

/** One device signed in. The token itself is never kept. */
@Entity('session')
@Unique('session_token_uq', ['tokenHash'])
@Index('session_person', ['personId', 'createdAt'])
export class SessionEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'session_pk' })
  id: string;

  @Column('bytea', { name: 'token_hash' })
  tokenHash: Buffer;

  @Column('uuid', { name: 'person_id' })
  @ForeignKey(() => PersonEntity, { name: 'session_person_fk' })
  personId: string;

  @Column('text')
  way: WayIn;

  @Column('text', { name: 'second_factor', default: 'none' })
  secondFactor: SecondFactorState;

  @Column('text')
  device: string;

  /** Shortened address, 192.0.2.0/24 or 2001:db8:1::/48: enough to say "not my town". */
  @Column('text')
  network: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'app.now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'last_used_at', default: () => 'app.now()' })
  lastUsedAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  /** The rights behind it changed: its next request gets a new id. */
  @Column('boolean', { name: 'renewal_due', default: false })
  renewalDue: boolean;

  /** When it last got a new id, which has not come back yet. */
  @Column('timestamptz', { name: 'renewed_at', nullable: true })
  renewedAt: Date | null;

  /** The session whose place this one takes with its first request; empty from then on. */
  @Column('uuid', { nullable: true })
  replaces: string | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column('text', { name: 'end_reason', nullable: true })
  endReason: string | null;
}
