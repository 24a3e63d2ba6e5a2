import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** That a person said something about his hours for an organisation; rules and exceptions hang on it. */
@Entity('availability')
@ForeignKey('PersonEntity', ['personId'], ['id'], { name: 'availability_person_fk' })
@ForeignKey('OrganisationEntity', ['organisationId'], ['id'], { name: 'availability_organisation_fk' })
export class AvailabilityEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id', primaryKeyConstraintName: 'availability_pk' })
  organisationId: string;

  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'availability_pk' })
  personId: string;

  @Column('text')
  zone: string;

  @Column('integer', { default: 1 })
  version: number;
}
