import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** One rule of a set. */
@Entity('reminder_rule')
@ForeignKey('ReminderSetEntity', ['organisationId', 'setId'], ['organisationId', 'id'], { name: 'reminder_rule_set_fk', onDelete: 'CASCADE' })
export class ReminderRuleEntity {
  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  @PrimaryColumn('uuid', { name: 'set_id', primaryKeyConstraintName: 'reminder_rule_pk' })
  setId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'reminder_rule_pk' })
  position: number;

  @Column('text')
  trigger: string;

  @Column('text', { array: true, default: () => "'{}'" })
  kinds: string[];

  @Column('text', { array: true, default: () => "'{learner}'" })
  parts: string[];

  @Column('boolean', { name: 'first_only', default: false })
  firstOnly: boolean;

  @Column('integer', { nullable: true })
  amount: number | null;

  @Column('text', { nullable: true })
  unit: string | null;

  @Column('integer', { nullable: true })
  weekday: number | null;

  @Column('time', { name: 'at_time', nullable: true })
  at: string | null;

  /** Texts of its own by language: { fr: { subject, body } }. */
  @Column('jsonb', { default: () => "'{}'" })
  texts: object;

  /** Sentences as the version before keeps them; 0680 made texts of them, and nothing reads them any more. */
  @Column('jsonb', { default: () => "'{}'" })
  notes: object;
}
