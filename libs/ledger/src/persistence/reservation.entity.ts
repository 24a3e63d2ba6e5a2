import { Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A resource booked or held for a half-open stretch of time. The exclusion constraint is the second net under the locks. */
@Entity('reservation')
@Index('reservation_occurrence', ['occurrenceId'])
@Index('reservation_room', ['occurrenceId'], { where: "part = 'room'::text" })
@Index('reservation_expiring', ['resourceId', 'expiresAt'], { where: 'expires_at IS NOT NULL' })
@Index('reservation_yielding', { synchronize: false })
@Exclusion('reservation_no_overlap', 'USING gist (resource_id WITH =, during WITH &&, units WITH &&) WHERE (binding)')
@ForeignKey('ResourceEntity', ['resourceOrganisationId', 'resourceId'], ['organisationId', 'id'], { name: 'reservation_resource_fk' })
@ForeignKey('OccurrenceEntity', ['organisationId', 'occurrenceId'], ['organisationId', 'id'], { name: 'reservation_occurrence_fk' })
export class ReservationEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'reservation_pk' })
  id: string;

  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  @Column('uuid', { name: 'resource_organisation_id' })
  resourceOrganisationId: string;

  @Column('uuid', { name: 'resource_id' })
  resourceId: string;

  @Column('uuid', { name: 'occurrence_id', nullable: true })
  occurrenceId: string | null;

  @Column('tstzrange')
  during: string;

  @Column('int4multirange', { default: () => "'{(,)}'" })
  units: string;

  @Column('text')
  part: string;

  @Column('boolean', { default: true })
  binding: boolean;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt: Date | null;
}
