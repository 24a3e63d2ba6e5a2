import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { SignInLinkEntity } from './sign-in-link.entity.js';

/** One for every time the mail of a link was handed over. */
@Entity('sign_in_link_token')
@Index('sign_in_link_token_link', ['linkId'])
export class SignInLinkTokenEntity {
  @PrimaryColumn('bytea', { name: 'token_hash', primaryKeyConstraintName: 'sign_in_link_token_pk' })
  tokenHash: Buffer;

  @Column('uuid', { name: 'link_id' })
  @ForeignKey(() => SignInLinkEntity, { name: 'sign_in_link_token_link_fk', onDelete: 'CASCADE' })
  linkId: string;

  @Column('timestamptz', { name: 'made_at', default: () => 'app.now()' })
  madeAt: Date;
}
