import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ProfileEntity } from './profile.entity.js';

export type InvitationState = 'open' | 'accepted' | 'withdrawn';

/** A person was asked by mail to join; open for fourteen days. */
@Entity('invitation')
@Unique('invitation_organisation_id_uq', ['organisationId', 'id'])
@Index('invitation_open_uq', ['organisationId', 'personId'], { unique: true, where: "state = 'open'" })
@ForeignKey(() => ProfileEntity, ['organisationId', 'personId'], ['organisationId', 'personId'], { name: 'invitation_profile_fk', onUpdate: 'CASCADE' })
export class InvitationEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'invitation_pk' })
  id: string;

  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  /** Where it was sent; the profile's address may change afterwards. */
  @Column('text')
  email: string;

  @Column('text', { default: 'open' })
  state: InvitationState;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('uuid', { name: 'invited_by', nullable: true })
  invitedBy: string | null;

  /** Rises with every mail that is asked for. */
  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'app.now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;
}

@Entity('invitation_token')
@Index('invitation_token_invitation', ['organisationId', 'invitationId'])
@ForeignKey(() => InvitationEntity, ['organisationId', 'invitationId'], ['organisationId', 'id'], { name: 'invitation_token_invitation_fk', onDelete: 'CASCADE' })
export class InvitationTokenEntity {
  @PrimaryColumn('bytea', { name: 'token_hash', primaryKeyConstraintName: 'invitation_token_pk' })
  tokenHash: Buffer;

  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  @Column('uuid', { name: 'invitation_id' })
  invitationId: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'app.now()' })
  createdAt: Date;
}
