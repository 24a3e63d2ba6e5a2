import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A photo of the paper that proves an absence. */
@Entity('absence_proof')
@Index('absence_proof_of', ['absenceId'])
@Index('absence_proof_person', ['personId'])
@ForeignKey('AbsenceNoticeEntity', ['organisationId', 'absenceId'], ['organisationId', 'id'], { name: 'absence_proof_absence_fk' })
@ForeignKey('PersonEntity', ['personId'], ['id'], { name: 'absence_proof_person_fk' })
export class AbsenceProofEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'absence_proof_pk' })
  id: string;

  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  @Column('uuid', { name: 'absence_id' })
  absenceId: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('text', { name: 'media_type' })
  mediaType: string;

  @Column('integer')
  width: number;

  @Column('integer')
  height: number;

  @Column('bytea')
  bytes: Buffer;

  @Column('uuid', { name: 'added_by', nullable: true })
  addedBy: string | null;

  @Column('timestamptz', { name: 'added_at', default: () => 'app.now()' })
  addedAt: Date;
}
