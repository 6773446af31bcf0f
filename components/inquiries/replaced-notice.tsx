'use client';

import { UserPen } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { fieldsOf } from '@/lib/inquiries/drafting';
import { Button } from '../ui/button';
import { useFormats } from '../ui/organisation';
import type { DraftSnapshot } from './draft-keeper';

type ReplacedNoticeProps = { replaced: NonNullable<DraftSnapshot['replaced']>; onPutBack: () => void; onLeave: () => void };

/** A colleague wrote over what one had written: who, where, and one's own words back. */
export function ReplacedNotice({ replaced, onPutBack, onLeave }: ReplacedNoticeProps) {
  const t = useTranslations('inquiry');
  const formats = useFormats();
  const fields = fieldsOf(replaced.content).map((field) => t(`fields.${field}`));

  return (
    <div role="status" className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md bg-surface-secondary p-2.5">
      <span className="flex min-w-0 flex-1 basis-48 items-center gap-2">
        <UserPen aria-hidden="true" className="size-4 shrink-0 text-muted" />
        {t('replaced', { name: replaced.by?.name ?? t('somebody'), fields: formats.list(fields) })}
      </span>
      <Button size="sm" onClick={onPutBack}>
        {t('putBack')}
      </Button>
      <Button size="sm" intent="ghost" onClick={onLeave}>
        {t('leave')}
      </Button>
    </div>
  );
}
