import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Hours of a day of the week. */
@Entity('availability_rule')
@Index('availability_rule_person', ['organisationId', 'personId'])
@ForeignKey('AvailabilityEntity', ['organisationId', 'personId'], ['organisationId', 'personId'], { name: 'availability_rule_availability_fk', onDelete: 'CASCADE' })
export class AvailabilityRuleEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'availability_rule_pk' })
  id: string;

  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('integer')
  weekday: number;

  @Column('time')
  opens: string;

  @Column('time')
  closes: string;

  @Column('date', { name: 'from_date', nullable: true })
  fromDate: string | null;

  @Column('date', { name: 'until_date', nullable: true })
  untilDate: string | null;
}
