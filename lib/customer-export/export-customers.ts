import { recordAudit } from '../audit/record.ts';
import { csvLine } from '../csv/cells.ts';
import { listFields } from '../customer-fields/queries.ts';
import type { PageKey } from '../customers/finding.ts';
import { db } from '../db/client.ts';
import { exportSelect, titles, toCells } from './columns.ts';
import { type ExportFilter, pageOfIds } from './page-of-ids.ts';

/** Spreadsheets take a file without it for their own old encoding. */
const BYTE_ORDER_MARK = '\uFEFF';
const ROWS_A_PAGE = 500;

type Asked = { filter: ExportFilter; country: string; userId: string; rowsAPage?: number };

/**
 * The customers a list shows, as CSV, by name. A page of them is in memory at a time, each asked for when the one before was taken.
 * What was exported is in the audit once it is out, also where the browser went away in the middle.
 */
export async function* exportCustomers({ filter, country, userId, rowsAPage = ROWS_A_PAGE }: Asked): AsyncGenerator<string> {
  const own = await listFields();
  let count = 0;
  let isWhole = false;
  let after: PageKey | null = null;

  try {
    yield BYTE_ORDER_MARK + csvLine(titles(own));
    for (;;) {
      const page: PageKey[] = await pageOfIds(filter, country, after, rowsAPage);
      const rows = await db.customer.findMany({ select: exportSelect, where: { id: { in: page.map(({ id }) => id) } } });
      const byId = new Map(rows.map((row) => [row.id, row]));
      const found = page.flatMap(({ id }) => byId.get(id) ?? []);
      count += found.length;
      if (found.length > 0) yield found.map((row) => csvLine(toCells(row, own))).join('');

      after = page.at(-1) ?? null;
      if (!after || page.length < rowsAPage) break;
    }
    isWhole = true;
  } finally {
    await recordAudit(db, {
      userId,
      action: 'customers.exported',
      subjectType: 'customer',
      subjectId: null,
      details: { count, isWhole, isFiltered: Boolean(filter.text || filter.class) },
    });
  }
}
