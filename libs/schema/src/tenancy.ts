/** Role that owns every table and definer function; nobody signs in as it. */
export const OWNER_ROLE = 'tremplin_owner';
/** Role of api and worker: owns nothing, sees what a transaction declared. The login of DATABASE_URL is a member of it. */
export const APP_ROLE = 'tremplin_app';

type Right = 'select' | 'insert' | 'update' | 'delete';

interface TableRights {
  /** What the application may do at all; append-only tables get select and insert. */
  readonly rights?: readonly Right[];
  /** Which rows: an SQL condition. By default the rows of the organisations that the transaction declared. */
  readonly visible?: string;
  /** Which rows may be written; the same as `visible` by default. */
  readonly writable?: string;
}

/** The sub-select is evaluated once a query, not once a row. */
export const DECLARED_ORGANISATIONS = '(select app.organisations())::uuid[]';
export const DECLARED_PERSON = '(select app.person())';

/** SQL that closes a table: forced row-level security, one policy for the application, free hands for the owner's definer functions. */
export function protect(table: string, options: TableRights = {}): string {
  const rights = options.rights ?? ['select', 'insert', 'update', 'delete'];
  const visible = options.visible ?? `organisation_id = any (${DECLARED_ORGANISATIONS})`;
  const writable = options.writable ?? visible;
  return `
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy ${table}_app on ${table} to ${APP_ROLE} using (${visible}) with check (${writable});
    create policy ${table}_owner on ${table} to ${OWNER_ROLE} using (true) with check (true);
    grant ${rights.join(', ')} on ${table} to ${APP_ROLE};`;
}

/** SQL that closes a table to the application altogether: it is reached through definer functions only. */
export function seal(table: string): string {
  return `
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy ${table}_owner on ${table} to ${OWNER_ROLE} using (true) with check (true);`;
}

/** SQL that lets the application call a definer function and nobody else. */
export function definer(signature: string): string {
  return `revoke all on function ${signature} from public; grant execute on function ${signature} to ${APP_ROLE};`;
}
