import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Lists of people: the sheets of a workbook, to choose from, and beside each fault the cells of its line. */
export class ImportLines1795300000181 implements MigrationInterface {
  name = 'ImportLines1795300000181';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table people_import add sheets jsonb not null default '[]', add constraint people_import_sheets_list check (jsonb_typeof(sheets) = 'array');
      alter table people_import_fault add cells jsonb not null default '[]', add constraint people_import_fault_cells_list check (jsonb_typeof(cells) = 'array');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table people_import_fault drop cells; alter table people_import drop sheets');
  }
}
