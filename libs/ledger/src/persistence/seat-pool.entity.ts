import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** The seats of a cohort, session or sitting; its row is the lock under which they are counted. */
@Entity('seat_pool')
@Unique('seat_pool_organisation_id_uq', ['organisationId', 'id'])
@Unique('seat_pool_subject_uq', ['organisationId', 'subjectKind', 'subjectId'])
@ForeignKey('OrganisationEntity', ['organisationId'], ['id'], { name: 'seat_pool_organisation_fk' })
export class SeatPoolEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'seat_pool_pk' })
  id: string;

  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  @Column('text', { name: 'subject_kind' })
  subjectKind: string;

  @Column('uuid', { name: 'subject_id' })
  subjectId: string;

  @Column('integer', { default: 1 })
  version: number;
}
