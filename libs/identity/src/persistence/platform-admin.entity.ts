import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PersonEntity } from './person.entity.js';

/** The right of the installation: not a role in an organisation. */
@Entity('platform_admin')
export class PlatformAdminEntity {
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'platform_admin_pk' })
  @ForeignKey(() => PersonEntity, { name: 'platform_admin_person_fk' })
  personId: string;

  @Column('timestamptz', { name: 'granted_at', default: () => 'app.now()' })
  grantedAt: Date;

  @Column('uuid', { name: 'granted_by', nullable: true })
  @ForeignKey(() => PersonEntity, { name: 'platform_admin_granted_by_fk' })
  grantedBy: string | null;
}
