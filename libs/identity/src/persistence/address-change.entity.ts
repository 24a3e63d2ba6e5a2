import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from './person.entity.js';

/** The wish for another address of the own account, and what became of it. */
@Entity('address_change')
@Index('address_change_person', ['personId', 'askedAt'])
export class AddressChangeEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'address_change_pk' })
  id: string;

  @Column('uuid', { name: 'person_id' })
  @ForeignKey(() => PersonEntity, { name: 'address_change_person_fk' })
  personId: string;

  /** Where it was asked for: the one session that outlives the change. */
  @Column('uuid', { name: 'session_id', nullable: true })
  sessionId: string | null;

  @Column('text', { name: 'old_email' })
  oldEmail: string;

  @Column('text', { name: 'new_email' })
  newEmail: string;

  @Column('timestamptz', { name: 'asked_at', default: () => 'app.now()' })
  askedAt: Date;

  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt: Date | null;

  /** Withdrawn, replaced by a later wish, or stopped by the reader of the old mailbox. */
  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;
}
