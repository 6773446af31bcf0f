'use client';

import { Merge } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { moveDraft } from '../../notes/kept-drafts';
import { useDesk } from '../../softphone/desk-context';
import { useFormats } from '../../ui/organisation';

type CameFromMergedProps = {
  customerId: string;
  mergedId: string;
  merge: { mergedName: string; at: Date; by: { name: string } | null };
};

/** Why another name heads the card than the one that was opened. A note that was being written about that one comes along. */
export function CameFromMerged({ customerId, mergedId, merge }: CameFromMergedProps) {
  const t = useTranslations('customerCard');
  const { me } = useDesk();
  const formats = useFormats();
  useEffect(() => moveDraft(me.id, mergedId, customerId), [me.id, mergedId, customerId]);

  return (
    <p role="status" className="mb-3 flex items-center gap-2 rounded-md bg-accent-soft px-3 py-2">
      <Merge aria-hidden="true" className="size-4 shrink-0" />
      <span className="wrap-anywhere min-w-0">
        {t('acts.merged', { name: merge.mergedName })}
        <span className="block text-muted text-xs">
          {merge.by ? t('changedBy', { name: merge.by.name, at: formats.dateTime(merge.at) }) : formats.dateTime(merge.at)}
        </span>
      </span>
    </p>
  );
}
