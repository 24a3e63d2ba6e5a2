import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The one-time link of an installation without a platform admin. */
@Entity('setup_link')
export class SetupLinkEntity {
  @PrimaryColumn('bytea', { name: 'token_hash', primaryKeyConstraintName: 'setup_link_pk' })
  tokenHash: Buffer;

  @Column('timestamptz', { name: 'created_at', default: () => 'app.now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'expires_at', default: () => "(app.now() + '24:00:00'::interval)" })
  expiresAt: Date;
}
