import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** Half-days on which a person said not to come, why in one word of a list, and what a coordinator decided. */
@Entity('absence_notice')
@Unique('absence_notice_organisation_id_uq', ['organisationId', 'id'])
@Index('absence_notice_person', ['personId', 'announcedAt'])
@Index('absence_notice_open', ['organisationId', 'announcedAt'], { where: "state = 'to-justify'::text" })
@ForeignKey('OrganisationEntity', ['organisationId'], ['id'], { name: 'absence_notice_organisation_fk' })
@ForeignKey('PersonEntity', ['personId'], ['id'], { name: 'absence_notice_person_fk' })
export class AbsenceNoticeEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'absence_notice_pk' })
  id: string;

  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('date', { name: 'first_day' })
  firstDay: string;

  @Column('text', { name: 'first_half' })
  firstHalf: string;

  @Column('date', { name: 'last_day' })
  lastDay: string;

  @Column('text', { name: 'last_half' })
  lastHalf: string;

  @Column('tstzrange')
  during: string;

  @Column('text')
  reason: string;

  @Column('text', { default: 'to-justify' })
  state: string;

  @Column('integer', { default: 1 })
  version: number;

  @Column('uuid', { name: 'announced_by', nullable: true })
  announcedBy: string | null;

  @Column('timestamptz', { name: 'announced_at', default: () => 'app.now()' })
  announcedAt: Date;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;
}
