import pg from 'pg';
import { Failure } from '../failure.ts';

/** The application's own role at an embedded database. */
export const APP_ROLE = 'offhook_app';

// Ours alone: two starts at once would change the same grants.
const ADVISORY_LOCK = 72_707_370;

/** What the application only ever appends to (docs/decisions/0024). */
const APPENDED = ['LedgerEvent', 'LedgerAnchor'];
/** What it never takes away. */
const KEPT = ['LedgerChain', 'MissedCall'];

/**
 * Lets the role of `url` use the database that `ownerUrl` migrates: read and write everything, but change no table, and only append to
 * the ledger of missed calls. Makes the role where there is none. Where both are one role there is nothing to part.
 */
export async function openToApp(ownerUrl: string, url: string): Promise<void> {
  const [owner, app] = [new URL(ownerUrl), new URL(url)];
  if (owner.username === app.username) return;

  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [ADVISORY_LOCK]);
    await makeRole(client, decodeURIComponent(app.username), decodeURIComponent(app.password));
    await client.query(`begin; ${grants(client, decodeURIComponent(app.username))}; commit`);
    if (!(await canLogIn(url))) await setPassword(client, decodeURIComponent(app.username), decodeURIComponent(app.password));
  } finally {
    await client.end();
  }
}

async function makeRole(client: pg.Client, name: string, password: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [name]);
  if (rowCount) return;
  try {
    await client.query(`create role ${client.escapeIdentifier(name)} login password ${client.escapeLiteral(password)}`);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Failure(`The role "${name}" of DATABASE_URL does not exist, and could not be made: ${why}`);
  }
}

/** Its password is that of `url` from now on: an earlier version, or an older backup of the data folder, may have known another. */
async function setPassword(client: pg.Client, name: string, password: string): Promise<void> {
  try {
    await client.query(`alter role ${client.escapeIdentifier(name)} login password ${client.escapeLiteral(password)}`);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Failure(`The role "${name}" of DATABASE_URL cannot sign in, and its password could not be set: ${why}`);
  }
}

async function canLogIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch (error) {
    const REFUSED = ['28P01', '28000'];
    if (error instanceof pg.DatabaseError && REFUSED.includes(error.code ?? '')) return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function grants(client: pg.Client, name: string): string {
  const app = client.escapeIdentifier(name);
  const quoted = (tables: string[]) => tables.map((table) => client.escapeIdentifier(table)).join(', ');
  return `
    do $do$ begin execute format('grant connect, create, temporary on database %I to %I', current_database(), ${client.escapeLiteral(name)}); end $do$;
    grant usage on schema public to ${app};
    grant select, insert, update, delete on all tables in schema public to ${app};
    grant usage, select, update on all sequences in schema public to ${app};
    revoke insert, update, delete on "_prisma_migrations" from ${app};
    revoke update, delete on ${quoted(APPENDED)} from ${app};
    revoke delete on ${quoted(KEPT)} from ${app};
    revoke update on "LedgerPrivate" from ${app};
    ${HAND_OVER_JOBS.replaceAll('$app', client.escapeLiteral(name))}`;
}

/** The job runner keeps its tables itself, in a schema of its own: it has to own them, also where an earlier version made them as another role. */
const HAND_OVER_JOBS = `
  do $do$
  declare
    jobs oid := (select oid from pg_namespace where nspname = 'graphile_worker' and nspowner <> (select oid from pg_roles where rolname = $app));
    command text;
  begin
    if jobs is null then return; end if;
    execute format('alter schema graphile_worker owner to %I', $app);
    for command in
      select format('alter table graphile_worker.%I owner to %I', relname, $app) from pg_class c
       where relnamespace = jobs and relkind in ('r', 'p', 'v', 'S')
         and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i') and c.relkind = 'S')
      union all
      select format('alter routine %s owner to %I', p.oid::regprocedure, $app) from pg_proc p where pronamespace = jobs
      union all
      select format('alter type graphile_worker.%I owner to %I', t.typname, $app) from pg_type t left join pg_class c on c.oid = t.typrelid
       where typnamespace = jobs and (typtype in ('e', 'd') or typtype = 'c' and c.relkind = 'c')
    loop
      execute command;
    end loop;
  end $do$;`;
