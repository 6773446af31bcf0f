'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { isOpen } from '@/lib/deliveries/status';
import { CallButton } from '../../softphone/call-button';
import { useFormats } from '../../ui/organisation';
import { useEdited, useEditor } from './editor-context';

/** The point of sale promised another time than was wanted: somebody has to tell the customer. */
export function PromiseNotice({ show }: { show: (sentence: string, action: ReactNode) => ReactNode }) {
  const t = useTranslations('deliveryCard.promise');
  const words = useTranslations('delivery');
  const { keeper } = useEditor();
  const { time } = useFormats();
  const saved = useEdited(({ editing }) => editing.saved);
  if (!saved?.promisedAt || !isOpen(saved.status)) return null;

  const { wantedAt } = saved.sentContent ?? saved.content;
  const minutes = wantedAt ? Math.round((Date.parse(saved.promisedAt) - Date.parse(wantedAt)) / 60_000) : 0;
  if (minutes === 0) return null;

  const promised = { time: time(saved.promisedAt), minutes: Math.abs(minutes) };
  const call = (
    <CallButton
      name={t('call')}
      number={saved.phone.e164}
      noNumberReason={words('noNumber')}
      deliveryId={keeper.id()}
      look="text"
    />
  );
  return show(minutes > 0 ? t('later', promised) : t('earlier', promised), call);
}
