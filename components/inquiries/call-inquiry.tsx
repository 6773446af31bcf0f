'use client';

import { ClipboardPen, Plus } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { DeskCall } from '@/lib/caller-card/types';
import { isWaiting } from '@/lib/inquiries/drafting';
import { useDesk } from '../softphone/desk-context';
import { Button } from '../ui/button';
import { hasInquiry } from './has-inquiry';
import { openInquiry } from './open-inquiry';
import { useDraft } from './use-draft';

/** The inquiry of a call: begun here, continued where one waits, and led to once it was registered. A colleague has none. */
export function CallInquiry({ call }: { call: DeskCall }) {
  const { me } = useDesk();
  if (!me.mayRegister || !hasInquiry(call)) return null;

  return <InquiryOfCall callId={call.callId} />;
}

function InquiryOfCall({ callId }: { callId: string }) {
  const t = useTranslations('inquiry');
  const { content, interests } = useDraft(callId);
  const waits = isWaiting(content);
  const title = [content.subject, content.whatToDo, content.name, content.company].find((text) => text?.trim());

  return (
    <div className="flex flex-col gap-2 border-border border-t px-4 py-3">
      {interests.map(({ id, number }) => (
        <Link key={id} href={`/interests/${id}`} className="self-start text-accent-text hover:underline">
          {t('registeredAs', { number })}
        </Link>
      ))}
      {waits && (
        <p className="flex min-w-0 items-start gap-1.5 text-muted">
          <ClipboardPen aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          <span className="wrap-anywhere line-clamp-2">{title ? t('waitsTitled', { title }) : t('waits')}</span>
        </p>
      )}
      <Button
        className="w-full max-lg:h-11"
        icon={waits ? undefined : <Plus aria-hidden="true" />}
        onClick={() => openInquiry({ callId, customerId: null, isByItself: false })}
      >
        {t(waits ? 'continue' : 'inquiry')}
      </Button>
    </div>
  );
}
