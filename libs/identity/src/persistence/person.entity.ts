import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The human, once in the whole system. Provisional until he claims it; names and addresses are in profiles and accounts. */
@Entity('person')
@Index('person_merged_into', ['mergedInto'], { where: 'merged_into IS NOT NULL' })
export class PersonEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'person_pk' })
  id: string;

  @Column('uuid', { name: 'merged_into', nullable: true })
  @ForeignKey(() => PersonEntity, { name: 'person_merged_into_fk' })
  mergedInto: string | null;

  @Column('timestamptz', { name: 'claimed_at', nullable: true })
  claimedAt: Date | null;

  @Column('timestamptz', { name: 'erased_at', nullable: true })
  erasedAt: Date | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'app.now()' })
  createdAt: Date;
}
