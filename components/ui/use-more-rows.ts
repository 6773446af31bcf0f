'use client';

import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import type { ActionResult } from '@/lib/action-result';
import type { Page } from '@/lib/customers/card-pages';
import { showError } from '../../ui/show-message';

/**
 * A list that grows by pages. The first page is the server's and renewed with the card; what was loaded below it stays, and what
 * has moved down out of it meanwhile stands between the two.
 */
export function useMoreRows<Row extends { id: string }, Key>(
  first: Page<Row, Key>,
  read: (after: Key) => Promise<ActionResult<Page<Row, Key>>>,
) {
  const t = useTranslations('customerCard');
  const [loaded, setLoaded] = useState<Page<Row, Key> | null>(null);
  const [isPending, startTransition] = useTransition();

  const isFirst = new Set(first.rows.map(({ id }) => id));
  const rows = [...first.rows, ...(loaded?.rows.filter(({ id }) => !isFirst.has(id)) ?? [])];
  const next = loaded ? loaded.next : first.next;

  function more(): void {
    if (next === null) return;
    startTransition(async () => {
      const answer = await read(next).catch(() => null);
      if (answer?.ok) setLoaded({ rows: [...rows, ...answer.data.rows], next: answer.data.next });
      else showError(t('moreFailed'));
    });
  }

  return { rows, hasMore: next !== null, more, isPending };
}
