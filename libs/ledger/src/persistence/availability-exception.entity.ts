import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Other hours on one day, or none. */
@Entity('availability_exception')
@Index('availability_exception_person', ['organisationId', 'personId', 'onDate'])
@ForeignKey('AvailabilityEntity', ['organisationId', 'personId'], ['organisationId', 'personId'], { name: 'availability_exception_availability_fk', onDelete: 'CASCADE' })
export class AvailabilityExceptionEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'availability_exception_pk' })
  id: string;

  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('date', { name: 'on_date' })
  onDate: string;

  @Column('time', { nullable: true })
  opens: string | null;

  @Column('time', { nullable: true })
  closes: string | null;
}
