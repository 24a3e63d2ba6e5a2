import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A quota of a pool; "open" is for whoever fits no quota. */
@Entity('seat_class')
@ForeignKey('SeatPoolEntity', ['organisationId', 'poolId'], ['organisationId', 'id'], { name: 'seat_class_pool_fk' })
export class SeatClassEntity {
  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  @PrimaryColumn('uuid', { name: 'pool_id', primaryKeyConstraintName: 'seat_class_pk' })
  poolId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'seat_class_pk' })
  name: string;

  @Column('integer')
  capacity: number;
}
