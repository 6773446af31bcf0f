import type { Queryable } from './person-queries.ts';

type Column = { table: string; column: string; kind: 'text' | 'json' | 'array' };

/** What is not about customers: a product or a colleague may be called as a customer is. */
const NOT_ABOUT_CUSTOMERS = new Set([
  'User',
  'Driver',
  'Line',
  'Product',
  'Category',
  'PointOfSale',
  'Organisation',
  'CustomerField',
  'InterestStage',
  'ServiceType',
  'PbxConnection',
  'SmsSettings',
  'SmsTemplate',
  // Nobody's name or number is in the chain, and what stands beside it is deleted whole (ERASE_LEDGER).
  'LedgerChain',
  'LedgerEvent',
  'LedgerAnchor',
  'LedgerPrivate',
]);
/** Names of other people, who may be called the same. */
const NAMES_OF_OTHERS = new Set([
  'Customer.name',
  'ContactPerson.name',
  'Delivery.customerName',
  'CustomerMerge.mergedName',
  'Interest.potentialName',
  'Call.fromName',
]);

// Every column that can hold a text, so that a table that is added later is covered too.
const COLUMNS = `
  select c.table_name as table, c.column_name as column,
         case when c.data_type in ('json', 'jsonb') then 'json' when c.data_type = 'ARRAY' then 'array' else 'text' end as kind
    from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
   where c.table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
     and (c.data_type in ('text', 'character varying', 'json', 'jsonb') or (c.data_type = 'ARRAY' and c.udt_name in ('_text', '_varchar')))
     and c.table_name not like '\\_%' and c.table_name not in ('Session', 'SignInFailure', 'EventKey')
   order by c.table_name, c.column_name`;

/** Takes a number, in whatever notation, and a name out of every text that mentions them. */
export async function sweepMentions(on: Queryable, numbers: readonly string[], names: readonly string[]): Promise<void> {
  const { rows: columns } = await on.query<Column>(COLUMNS, []);
  for (const column of columns) {
    if (NOT_ABOUT_CUSTOMERS.has(column.table)) continue;
    const isName = NAMES_OF_OTHERS.has(`${column.table}.${column.column}`);
    const pattern = (isName ? numbers : [...numbers, ...names]).join('|');
    if (pattern !== '') await on.query(replaceIn(column), [pattern]);
  }
}

/** Inside of JSON a figure may stand without quotes: a zero is right there as well as in a text. */
function replaceIn({ table, column, kind }: Column): string {
  const name = `"${table}"."${column}"`;
  switch (kind) {
    case 'text':
      return `update "${table}" set "${column}" = regexp_replace(${name}, $1, '…', 'gi') where ${name} ~* $1`;
    case 'json':
      return `update "${table}" set "${column}" = regexp_replace(${name}::text, $1, '0', 'gi')::jsonb where ${name}::text ~* $1`;
    case 'array':
      return `update "${table}" set "${column}" = regexp_replace(${name}::text, $1, '0', 'gi')::text[] where ${name}::text ~* $1`;
  }
}
