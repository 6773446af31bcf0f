'use client';

import { Tag } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { IconButton } from '../ui/icon-button';
import { latePart } from '../ui/late-part';
import type { ListedMissedCall } from './use-live-call-backs';

const TagDialog = latePart(() => import('./tag-dialog').then((module) => module.TagDialog));

/** Opens the tags of a row (S2.11). */
export function TagButton({ row }: { row: ListedMissedCall }) {
  const t = useTranslations('missedCalls');
  const [isOpen, setIsOpen] = useState(false);

  return (
    <>
      <IconButton name={t('addTag')} size="sm" icon={<Tag aria-hidden="true" />} onClick={() => setIsOpen(true)} />
      {isOpen && <TagDialog row={row} onClose={() => setIsOpen(false)} />}
    </>
  );
}
