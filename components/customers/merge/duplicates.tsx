'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Duplicate } from '@/lib/customers/merge-queries';
import { Button } from '../../ui/button';
import { MergeDialog } from './merge-dialog';

/** Others with the same number: a family, or the same person twice. Quiet, for both are common. */
export function Duplicates({ customerId, duplicates }: { customerId: string; duplicates: Duplicate[] }) {
  const t = useTranslations('merge');
  const [otherId, setOtherId] = useState<string | null>(null);
  if (duplicates.length === 0) return null;

  return (
    <ul aria-label={t('duplicates')} className="flex flex-col gap-1 rounded-md border border-border px-3 py-2">
      {duplicates.map(({ id, name }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
          <span className="wrap-anywhere min-w-0 text-muted">
            {t.rich('sameNumber', {
              name: () => (
                <Link href={`/customers/${id}`} prefetch={false} className="text-accent-text hover:underline">
                  <bdi>{name}</bdi>
                </Link>
              ),
            })}
          </span>
          <Button size="sm" intent="ghost" aria-label={t('mergeWithName', { name })} onClick={() => setOtherId(id)}>
            {t('merge')}
          </Button>
        </li>
      ))}
      {otherId && <MergeDialog customerId={customerId} otherId={otherId} onClose={() => setOtherId(null)} />}
    </ul>
  );
}
