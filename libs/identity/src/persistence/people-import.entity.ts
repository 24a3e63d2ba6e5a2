import { type ColumnMapping } from '@app/platform';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { type ImportState, type ImportWishes } from '../domain/people-import/people-import.js';
import { OrganisationEntity } from './organisation.entity.js';

/** A list of people that somebody gave us, and how far it is read. */
@Entity('people_import')
@Unique('people_import_organisation_id_uq', ['organisationId', 'id'])
@Index('people_import_list', ['organisationId', 'id'])
export class PeopleImportEntity {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()', primaryKeyConstraintName: 'people_import_pk' })
  id: string;

  @Column('uuid', { name: 'organisation_id' })
  @ForeignKey(() => OrganisationEntity, { name: 'people_import_organisation_fk' })
  organisationId: string;

  @Column('text', { default: 'uploaded' })
  state: ImportState;

  @Column('text', { name: 'file_name' })
  fileName: string;

  @Column('bytea', { name: 'file_digest' })
  fileDigest: Buffer;

  @Column('text', { nullable: true })
  sheet: string | null;

  /** All sheets of the workbook, to choose from; empty for other files. */
  @Column('jsonb', { default: [] })
  sheets: string[];

  @Column('jsonb')
  header: string[];

  @Column('jsonb', { default: {} })
  wishes: ImportWishes | Record<string, never>;

  @Column('boolean', { name: 'dry_run', default: false })
  dryRun: boolean;

  @Column('boolean', { name: 'cancel_asked', default: false })
  cancelAsked: boolean;

  /** Known once the file was checked from end to end. */
  @Column('integer', { name: 'rows_total', nullable: true })
  rowsTotal: number | null;

  /** Last line that is done: an interrupted import goes on behind it. */
  @Column('integer', { default: 0 })
  line: number;

  @Column('integer', { name: 'rows_read', default: 0 })
  rowsRead: number;

  @Column('integer', { default: 0 })
  added: number;

  @Column('integer', { default: 0 })
  known: number;

  @Column('integer', { default: 0 })
  skipped: number;

  @Column('jsonb', { default: {} })
  arrivals: Record<string, number>;

  @Column('jsonb', { nullable: true })
  refusal: { reason: string; values: Record<string, string | number> } | null;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'app.now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt: Date | null;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt: Date | null;
}

@Entity('people_import_fault')
@ForeignKey(() => PeopleImportEntity, ['organisationId', 'importId'], ['organisationId', 'id'], { name: 'people_import_fault_import_fk' })
export class PeopleImportFaultEntity {
  @PrimaryColumn('uuid', { name: 'import_id', primaryKeyConstraintName: 'people_import_fault_pk' })
  importId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'people_import_fault_pk' })
  line: number;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'people_import_fault_pk' })
  number: number;

  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  @Column('text', { nullable: true })
  field: string | null;

  @Column('text', { nullable: true })
  cell: string | null;

  @Column('text')
  reason: string;

  @Column('jsonb', { default: {} })
  values: Record<string, string | number>;

  /** What stands on the line. */
  @Column('jsonb', { default: [] })
  cells: string[];
}

@Entity('people_import_chunk')
@ForeignKey(() => PeopleImportEntity, ['organisationId', 'importId'], ['organisationId', 'id'], { name: 'people_import_chunk_import_fk' })
export class PeopleImportChunkEntity {
  @PrimaryColumn('uuid', { name: 'import_id', primaryKeyConstraintName: 'people_import_chunk_pk' })
  importId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'people_import_chunk_pk' })
  number: number;

  @Column('uuid', { name: 'organisation_id' })
  organisationId: string;

  @Column('bytea')
  bytes: Buffer;
}

/** The columns that somebody chose for files with these headings. */
@Entity('column_mapping')
export class ColumnMappingEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id', primaryKeyConstraintName: 'column_mapping_pk' })
  @ForeignKey(() => OrganisationEntity, { name: 'column_mapping_organisation_fk' })
  organisationId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'column_mapping_pk' })
  kind: string;

  @PrimaryColumn('bytea', { name: 'header_key', primaryKeyConstraintName: 'column_mapping_pk' })
  headerKey: Buffer;

  @Column('jsonb')
  mapping: ColumnMapping;

  @Column('timestamptz', { name: 'used_at', default: () => 'app.now()' })
  usedAt: Date;
}
