import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { type ShareRight } from '../domain/share.js';
import { OrganisationEntity } from './organisation.entity.js';

/** What one organisation lets another one do with a thing of its own. */
@Entity('share')
@Unique('share_organisation_id_uq', ['organisationId', 'id'])
@Index('share_standing_uq', ['subjectId', 'toOrganisationId', 'right'], { unique: true, where: 'ended_at IS NULL' })
@Index('share_received', ['toOrganisationId', 'subjectKind'], { where: 'ended_at IS NULL' })
export class ShareEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'share_pk' })
  id: string;

  @Column('uuid', { name: 'organisation_id' })
  @ForeignKey(() => OrganisationEntity, { name: 'share_organisation_fk' })
  organisationId: string;

  @Column('text', { name: 'subject_kind' })
  subjectKind: string;

  @Column('uuid', { name: 'subject_id' })
  subjectId: string;

  @Column('uuid', { name: 'to_organisation_id' })
  @ForeignKey(() => OrganisationEntity, { name: 'share_to_organisation_fk' })
  toOrganisationId: string;

  @Column('text')
  right: ShareRight;

  @Column('timestamptz', { nullable: true })
  until: Date | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'app.now()' })
  createdAt: Date;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;
}
