'use client';

import { Settings } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { IconButton } from '../ui/icon-button';
import { latePart } from '../ui/late-part';

const NotificationDialog = latePart(() => import('./notification-dialog').then((module) => module.NotificationDialog));

/** The gear: one's own e-mail of new missed calls (S2.13). */
export function NotificationSettings() {
  const t = useTranslations('missedCallMail');
  const [isOpen, setIsOpen] = useState(false);

  return (
    <>
      <IconButton name={t('settings')} intent="outline" icon={<Settings aria-hidden="true" />} onClick={() => setIsOpen(true)} />
      {isOpen && <NotificationDialog onClose={() => setIsOpen(false)} />}
    </>
  );
}
