'use client';

import { PhoneCall } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useCallerInWords } from '../calls/use-caller-in-words';
import { useDesk } from '../softphone/desk-context';
import { Button } from '../ui/button';
import { hasInquiry } from './has-inquiry';
import { openInquiry } from './open-inquiry';

/** One talks with somebody else by now than the one whose inquiry is open (`about`; empty where it names nobody). */
export function OtherCallNotice({ callId, about }: { callId: string | null; about: string }) {
  const t = useTranslations('inquiry');
  const { current } = useDesk();
  const inWords = useCallerInWords();
  const talking = current.filter(({ phase }) => phase === 'talking').map(({ call }) => call);
  const other = talking.find(hasInquiry);
  if (!other || talking.some((call) => call.callId === callId)) return null;

  const { name } = inWords(other);
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 border-separator border-b bg-ringing-soft px-4 py-2.5"
    >
      <span className="wrap-anywhere flex min-w-0 flex-1 basis-48 items-center gap-2">
        <PhoneCall aria-hidden="true" className="size-4 shrink-0" />
        {about ? t('otherCall', { name, about }) : t('otherCallOnly', { name })}
      </span>
      <Button size="sm" onClick={() => openInquiry({ callId: other.callId, customerId: null, isByItself: false })}>
        {t('toOtherCall')}
      </Button>
    </div>
  );
}
