import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The right of the installation: not a role in an organisation. */
@Entity('platform_admin')
export class PlatformAdminEntity {
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'platform_admin_pk' })
  personId: string;

  @Column('timestamptz', { name: 'granted_at', default: () => 'app.now()' })
  grantedAt: Date;

  @Column('uuid', { name: 'granted_by', nullable: true })
  grantedBy: string | null;
}
