'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { showError } from '../ui/show-message';
import { useIdlePart } from '../ui/use-idle-part';
import type { InquiryWizardProps } from './inquiry-wizard';
import { closeInquiry, reopenInquiry, useOpenedInquiry } from './open-inquiry';
import { useNotTyping } from './use-not-typing';

const loadWizard = () => import('./inquiry-wizard').then((module) => module.InquiryWizard);

/** Where the wizard opens, over whatever is there. For those who may register inquiries. */
export function InquiryHost() {
  const t = useTranslations('inquiry');
  const opened = useOpenedInquiry();
  const isDue = useNotTyping(opened?.isByItself === true);
  const Wizard = useIdlePart<InquiryWizardProps>(loadWizard, opened !== null, () => {
    if (opened) closeInquiry(opened);
    showError(t('notLoaded'));
  });
  useEffect(reopenInquiry, []);

  if (!opened || !Wizard || (opened.isByItself && !isDue)) return null;
  return <Wizard key={`${opened.callId} ${opened.customerId}`} {...opened} onClose={() => closeInquiry(opened)} />;
}
