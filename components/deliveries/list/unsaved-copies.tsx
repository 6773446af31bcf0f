'use client';

import { CloudOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { KeptCopy } from '@/lib/deliveries/schema';
import { useDesk } from '../../softphone/desk-context';
import { Button } from '../../ui/button';
import { LinkButton } from '../../ui/link-button';
import { showMessage } from '../../ui/show-message';
import { keptKeys } from '../editor/kept-keys';

const LOOK_EVERY_MS = 3_000;

/** Deliveries that only this computer has: opening one takes up where it was interrupted, and saves it; a closed one can only be discarded. */
export function UnsavedCopies() {
  const t = useTranslations('deliveries');
  const words = useTranslations('delivery');
  const { me } = useDesk();
  const [copies, setCopies] = useState<KeptCopy[]>([]);

  const nameOf = ({ edit: { mine } }: KeptCopy) => mine.customerName || mine.phone || t('nobody');

  useEffect(() => {
    // The first look comes late: a page that was just left is still saving.
    const look = setInterval(() => void readCopies(me.id).then(setCopies), LOOK_EVERY_MS);
    return () => clearInterval(look);
  }, [me.id]);

  async function discard(copy: KeptCopy) {
    const { localCopies, keepers } = await loadCopies();
    keepers.discard(copy.deliveryId);
    localCopies(me.id).drop(copy.deliveryId);
    setCopies((before) => before.filter((each) => each !== copy));

    const undo = () => localCopies(me.id).keep(copy);
    showMessage(t('discarded', { name: nameOf(copy) }), { label: words('undo'), onClick: undo });
  }

  if (copies.length === 0) return null;
  return (
    <ul className="flex flex-col gap-2">
      {copies.map((copy) => (
        <li
          key={copy.deliveryId}
          className="flex flex-wrap items-center gap-2 rounded-lg bg-ringing-soft px-3 py-1.5 text-ringing"
        >
          <CloudOff aria-hidden="true" className="size-4 shrink-0" />
          <span className="min-w-0 flex-1">{t('notSaved', { name: nameOf(copy) })}</span>
          <LinkButton href={copy.edit.base ? `/deliveries/${copy.deliveryId}` : copy.path} size="sm" prefetch={false}>
            {t('openUnsaved')}
          </LinkButton>
          <Button size="sm" onClick={() => void discard(copy)}>
            {t('discardUnsaved')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** What reads and checks a copy weighs more than this page; most days there is none to read. */
async function readCopies(userId: string): Promise<KeptCopy[]> {
  if (keptKeys(userId).length === 0) return [];
  const { localCopies } = await loadCopies();
  return localCopies(userId).all();
}

async function loadCopies() {
  const [{ localCopies }, { keepers }] = await Promise.all([import('../editor/local-copies'), import('../editor/keepers')]);
  return { localCopies, keepers };
}
