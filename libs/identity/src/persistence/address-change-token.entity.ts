import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AddressChangeEntity } from './address-change.entity.js';

/** One for every time a mail about the change was handed over. */
@Entity('address_change_token')
@Index('address_change_token_change', ['changeId'])
export class AddressChangeTokenEntity {
  @PrimaryColumn('bytea', { name: 'token_hash', primaryKeyConstraintName: 'address_change_token_pk' })
  tokenHash: Buffer;

  @Column('uuid', { name: 'change_id' })
  @ForeignKey(() => AddressChangeEntity, { name: 'address_change_token_change_fk', onDelete: 'CASCADE' })
  changeId: string;

  @Column('text')
  part: 'confirm' | 'stop';

  @Column('timestamptz', { name: 'made_at', default: () => 'app.now()' })
  madeAt: Date;
}
