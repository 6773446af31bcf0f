'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useState, useTransition } from 'react';
import type { ActionResult } from '@/lib/action-result';
import type { Page } from '@/lib/page';
import { showError } from './show-message';

type Below<Row, Key> = Page<Row, Key> & { pages: number };

/**
 * A list that grows by pages. The first page is the server's, renewed with what stands around it; what was loaded below is then
 * read again, so that what was deleted there goes, and what moved down out of the first page is there.
 */
export function useMoreRows<Row extends { id: string }, Key>(
  first: Page<Row, Key>,
  read: (after: Key) => Promise<ActionResult<Page<Row, Key>>>,
) {
  const t = useTranslations('paging');
  const [below, setBelow] = useState<Below<Row, Key> | null>(null);
  const [isPending, startTransition] = useTransition();

  const rows = [...new Map([...first.rows, ...(below?.rows ?? [])].map((row) => [row.id, row])).values()];
  const next = below ? below.next : first.next;

  /** Null where a page could not be read. */
  async function readOn(after: Key | null, pages: number): Promise<Below<Row, Key> | null> {
    const found: Below<Row, Key> = { rows: [], next: after, pages };
    for (let page = 0; page < pages && found.next !== null; page += 1) {
      const answer = await read(found.next).catch(() => null);
      if (!answer?.ok) return null;
      found.rows.push(...answer.data.rows);
      found.next = answer.data.next;
    }
    return found;
  }

  function more(): void {
    startTransition(async () => {
      const page = await readOn(next, 1);
      if (!page) return showError(t('moreFailed'));
      setBelow((before) => ({ ...page, rows: [...(before?.rows ?? []), ...page.rows], pages: (before?.pages ?? 0) + 1 }));
    });
  }

  const renew = useEffectEvent(async (isStale: () => boolean) => {
    if (!below) return;
    const renewed = await readOn(first.next, below.pages);
    if (renewed && !isStale()) setBelow(renewed);
  });
  useEffect(() => {
    let isStale = false;
    void renew(() => isStale);
    return () => {
      isStale = true;
    };
  }, [first]);

  return { rows, hasMore: next !== null, more, isPending };
}
