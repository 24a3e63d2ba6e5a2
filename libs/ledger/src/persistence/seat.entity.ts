import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A seat that is taken, or offered until its time is up. */
@Entity('seat')
@Index('seat_person', ['personId'])
@Index('seat_expiring', ['expiresAt'], { where: 'expires_at IS NOT NULL' })
@ForeignKey('SeatPoolEntity', ['organisationId', 'poolId'], ['organisationId', 'id'], { name: 'seat_pool_fk' })
@ForeignKey('SeatClassEntity', ['poolId', 'class'], ['poolId', 'name'], { name: 'seat_class_fk' })
@ForeignKey('PersonEntity', ['personId'], ['id'], { name: 'seat_person_fk' })
export class SeatEntity {
  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  @PrimaryColumn('uuid', { name: 'pool_id', primaryKeyConstraintName: 'seat_pk' })
  poolId: string;

  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'seat_pk' })
  personId: string;

  @Column('text')
  class: string;

  @Column('text', { default: 'taken' })
  state: string;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt: Date | null;

  @Column('timestamptz', { default: () => 'app.now()' })
  since: Date;
}
