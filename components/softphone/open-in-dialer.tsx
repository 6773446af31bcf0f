'use client';

import { Grip } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { IconButton } from '../ui/icon-button';
import { openDialer } from './dialer-store';
import { TelLink } from './tel-link';
import { useHasDialer } from './use-has-dialer';
import { useIsHandedOver } from './use-is-handed-over';

/** Beside a number, in any way of writing it: puts it into the dialer, and dials nothing (S2.3). Nothing where there is none. */
export function OpenInDialer({ number }: { number: string | null | undefined }) {
  const t = useTranslations('dialer');
  const isHandedOver = useIsHandedOver();
  const hasDialer = useHasDialer();
  const button = { name: t('openInDialer'), icon: <Grip aria-hidden="true" />, intent: 'ghost', size: 'sm' } as const;

  if (!number) return null;
  if (isHandedOver) return <TelLink {...button} number={number} isIconOnly />;
  return hasDialer ? <IconButton {...button} className="align-middle" onClick={() => openDialer(number)} /> : null;
}
