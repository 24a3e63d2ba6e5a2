import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** The reminder rules of one place: an organisation, or a scope in it. Replaced as a whole. */
@Entity('reminder_set')
@Unique('reminder_set_organisation_id_uq', ['organisationId', 'id'])
@Unique('reminder_set_place_uq', ['organisationId', 'scopeId'])
@ForeignKey('OrganisationEntity', ['organisationId'], ['id'], { name: 'reminder_set_organisation_fk' })
export class ReminderSetEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'reminder_set_pk' })
  id: string;

  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  @Column('uuid', { name: 'scope_id', nullable: true })
  scopeId: string | null;

  @Column('integer', { default: 1 })
  version: number;

  @Column('uuid', { name: 'changed_by', nullable: true })
  changedBy: string | null;

  @Column('timestamptz', { name: 'changed_at', default: () => 'app.now()' })
  changedAt: Date;
}
