import { type Role } from '@app/platform';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { type MembershipState } from '../domain/membership.js';
import { OrganisationEntity } from './organisation.entity.js';
import { ProfileEntity } from './profile.entity.js';

/** Person × organisation × role. */
@Entity('membership')
@Unique('membership_organisation_id_uq', ['organisationId', 'id'])
@Unique('membership_role_uq', ['organisationId', 'personId', 'role'])
@Index('membership_person', ['personId'])
@ForeignKey(() => ProfileEntity, ['organisationId', 'personId'], ['organisationId', 'personId'], { name: 'membership_profile_fk', onUpdate: 'CASCADE' })
export class MembershipEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'membership_pk' })
  id: string;

  @Column('uuid', { name: 'organisation_id' })
  @ForeignKey(() => OrganisationEntity, { name: 'membership_organisation_fk' })
  organisationId: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('text')
  role: Role;

  @Column('text', { default: 'active' })
  state: MembershipState;

  @Column('timestamptz', { default: () => 'app.now()' })
  since: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column('integer', { default: 1 })
  version: number;
}
