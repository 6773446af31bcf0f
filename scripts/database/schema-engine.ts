import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

const QUOTED_CHAR = 18;
const TIME = 1083;

/** The SQL that leads from what a database is to what a schema says; null when nothing does. */
export async function diffToSchema(url: string, schema: { path: string; content: string }): Promise<string | null> {
  await loadEngine();
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const adapter = bindMigrationAwareSqlAdapterFactory(new CatalogueAdapter(pool));
  const files = [schema];

  try {
    const schemaEngine = await engine.SchemaEngine.new({ datamodels: [[schema.path, schema.content]] }, () => undefined, adapter);
    const { stdout } = await schemaEngine.diff({
      from: { tag: 'schemaDatasource', files, configDir: '.' },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    return stdout && !stdout.includes('-- This is an empty migration.') ? stdout : null;
  } finally {
    await pool.end();
  }
}

/** Node 20 cannot import a .wasm file, so its module is put together by hand. */
async function loadEngine(): Promise<void> {
  const file = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm')
    .replace(/schema_engine\.js$/, 'schema_engine_bg.wasm');
  const { instance } = await WebAssembly.instantiate(readFileSync(file), { './schema_engine_bg.js': engine });
  engine.__wbg_set_wasm(instance.exports);
  const { __wbindgen_start: start } = instance.exports;
  if (typeof start === 'function') start();
}

/**
 * The catalogue has columns of the type "char", which the adapter does not know and the engine wants as a character.
 * They pass through the adapter as `time`, a type that no catalogue column has, and are called characters again behind it.
 */
class CatalogueAdapter extends PrismaPg {
  constructor(pool: pg.Pool) {
    super(new Proxy(pool, { get: (target, name) => (name === 'query' ? queryWithTimes(target) : Reflect.get(target, name)) }));
  }

  override async connect() {
    const adapter = await super.connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      return {
        ...result,
        columnTypes: result.columnTypes.map((type) => (type === ColumnTypeEnum.Time ? ColumnTypeEnum.Character : type)),
      };
    };
    return adapter;
  }
}

function queryWithTimes(pool: pg.Pool) {
  return async (query: pg.QueryArrayConfig, values?: unknown[]) => {
    const result = await pool.query(query, values);
    for (const field of result.fields) if (field.dataTypeID === QUOTED_CHAR) field.dataTypeID = TIME;
    return result;
  };
}
