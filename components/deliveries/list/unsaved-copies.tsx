'use client';

import { CloudOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { KeptCopy } from '@/lib/deliveries/schema';
import { useDesk } from '../../softphone/desk-context';
import { LinkButton } from '../../ui/link-button';
import { keptKeys } from '../editor/kept-keys';

const LOOK_EVERY_MS = 3_000;

/** Deliveries that only this computer has: opening one takes up where it was interrupted, and saves it. */
export function UnsavedCopies() {
  const t = useTranslations('deliveries');
  const { me } = useDesk();
  const [copies, setCopies] = useState<KeptCopy[]>([]);

  useEffect(() => {
    // The first look comes late: a page that was just left is still saving.
    const look = setInterval(() => void readCopies(me.id).then(setCopies), LOOK_EVERY_MS);
    return () => clearInterval(look);
  }, [me.id]);

  if (copies.length === 0) return null;
  return (
    <ul className="flex flex-col gap-2">
      {copies.map(({ deliveryId, path, edit }) => (
        <li key={deliveryId} className="flex flex-wrap items-center gap-2 rounded-lg bg-ringing-soft px-3 py-1.5 text-ringing">
          <CloudOff aria-hidden="true" className="size-4 shrink-0" />
          <span className="min-w-0 flex-1">
            {t('notSaved', { name: edit.mine.customerName || edit.mine.phone || t('nobody') })}
          </span>
          <LinkButton href={edit.base ? `/deliveries/${deliveryId}` : path} size="sm" prefetch={false}>
            {t('openUnsaved')}
          </LinkButton>
        </li>
      ))}
    </ul>
  );
}

/** What reads and checks a copy weighs more than this page; most days there is none to read. */
async function readCopies(userId: string): Promise<KeptCopy[]> {
  if (keptKeys(userId).length === 0) return [];
  const { localCopies } = await import('../editor/local-copies');
  return localCopies(userId).all();
}
