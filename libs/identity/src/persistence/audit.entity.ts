import { type ActorKind } from '@app/platform';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { OrganisationEntity } from './organisation.entity.js';

/** One line of the audit trail: ids and enumerated facts, never words about a person. Append-only. */
@Entity('audit_entry')
@Index('audit_entry_list', ['organisationId', 'id'])
@Index('audit_entry_person', ['personId', 'id'])
@Index('audit_entry_subject', ['subjectId', 'id'])
@Index('audit_entry_unsealed', ['organisationId', 'id'], { where: 'seal IS NULL' })
export class AuditEntryEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'audit_entry_pk' })
  id: string;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  @ForeignKey(() => OrganisationEntity, { name: 'audit_entry_organisation_fk' })
  organisationId: string | null;

  @Column('timestamptz', { default: () => 'app.now()' })
  at: Date;

  @Column('text', { name: 'actor_kind' })
  actorKind: ActorKind;

  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId: string | null;

  @Column('text')
  action: string;

  @Column('boolean', { default: false })
  refused: boolean;

  @Column('text', { name: 'subject_kind' })
  subjectKind: string;

  @Column('uuid', { name: 'subject_id', nullable: true })
  subjectId: string | null;

  @Column('uuid', { name: 'person_id', nullable: true })
  personId: string | null;

  @Column('text', { name: 'request_id', nullable: true })
  requestId: string | null;

  @Column('jsonb', { default: {} })
  facts: Record<string, unknown>;

  @Column('bytea', { name: 'personal_digest', nullable: true })
  personalDigest: Buffer | null;

  @Column('integer', { nullable: true })
  seal: number | null;
}

/** Words about a person that belong to an entry; erased when the person is. */
@Entity('audit_personal')
@Index('audit_personal_person', ['personId'])
export class AuditPersonalEntity {
  @PrimaryColumn('uuid', { name: 'entry_id', primaryKeyConstraintName: 'audit_personal_pk' })
  @ForeignKey(() => AuditEntryEntity, { name: 'audit_personal_entry_fk' })
  entryId: string;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId: string | null;

  @Column('uuid', { name: 'person_id', nullable: true })
  personId: string | null;

  @Column('bytea')
  salt: Buffer;

  @Column('jsonb')
  payload: Record<string, unknown>;
}

/** One link of the chain. */
@Entity('audit_seal')
export class AuditSealEntity {
  @PrimaryColumn('uuid', { name: 'chain_id', primaryKeyConstraintName: 'audit_seal_pk' })
  chainId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'audit_seal_pk' })
  number: number;

  @Column('integer')
  entries: number;

  @Column('bytea')
  previous: Buffer;

  @Column('bytea')
  digest: Buffer;

  @Column('timestamptz', { name: 'sealed_at', default: () => 'app.now()' })
  sealedAt: Date;
}
