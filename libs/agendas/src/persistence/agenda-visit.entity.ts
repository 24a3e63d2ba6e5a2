import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** When a person last said to have seen the changes of the own agenda. */
@Entity('agenda_visit')
@ForeignKey('PersonEntity', ['personId'], ['id'], { name: 'agenda_visit_person_fk' })
export class AgendaVisitEntity {
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'agenda_visit_pk' })
  personId: string;

  @Column('timestamptz', { name: 'seen_at', default: () => 'app.now()' })
  seenAt: Date;
}
