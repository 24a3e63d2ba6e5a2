import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** Leave, a loan, a repair or busy times of another calendar; may overlap anything. */
@Entity('unavailability')
@Unique('unavailability_source_once', ['organisationId', 'resourceId', 'source', 'sourceRef'])
@Index('unavailability_during', { synchronize: false })
@ForeignKey('ResourceEntity', ['resourceOrganisationId', 'resourceId'], ['organisationId', 'id'], { name: 'unavailability_resource_fk' })
@ForeignKey('OrganisationEntity', ['organisationId'], ['id'], { name: 'unavailability_organisation_fk' })
export class UnavailabilityEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'unavailability_pk' })
  id: string;

  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  @Column('uuid', { name: 'resource_organisation_id' })
  resourceOrganisationId: string;

  @Column('uuid', { name: 'resource_id' })
  resourceId: string;

  @Column('text')
  kind: string;

  @Column('tstzrange')
  during: string;

  @Column('date', { name: 'from_date', nullable: true })
  fromDate: string | null;

  @Column('time', { name: 'from_time', nullable: true })
  fromTime: string | null;

  @Column('date', { name: 'to_date', nullable: true })
  toDate: string | null;

  @Column('time', { name: 'to_time', nullable: true })
  toTime: string | null;

  @Column('text', { nullable: true })
  zone: string | null;

  @Column('text', { nullable: true })
  label: string | null;

  @Column('text', { default: 'entered' })
  source: string;

  @Column('text', { name: 'source_ref', nullable: true })
  sourceRef: string | null;

  @Column('integer', { default: 1 })
  version: number;

  @Column('uuid', { name: 'entered_by', nullable: true })
  enteredBy: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'app.now()' })
  createdAt: Date;
}
