import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What people read about an occurrence, in one language. */
@Entity('occurrence_card')
@ForeignKey('OccurrenceEntity', ['organisationId', 'occurrenceId'], ['organisationId', 'id'], { name: 'occurrence_card_occurrence_fk' })
export class OccurrenceCardEntity {
  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  @PrimaryColumn('uuid', { name: 'occurrence_id', primaryKeyConstraintName: 'occurrence_card_pk' })
  occurrenceId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'occurrence_card_pk' })
  language: string;

  @Column('text')
  title: string;

  @Column('text', { nullable: true })
  place: string | null;

  @Column('text', { nullable: true })
  link: string | null;

  @Column('text', { nullable: true })
  bring: string | null;
}
