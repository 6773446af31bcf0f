'use client';

import { ShieldCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../ui/button';
import { latePart } from '../ui/late-part';

const VerifyDialog = latePart(() => import('./verify-dialog').then((module) => module.VerifyDialog));

/** Opens the proof that nothing was changed in the ledger. */
export function VerifyButton() {
  const t = useTranslations('missedCalls');
  const [isOpen, setIsOpen] = useState(false);

  return (
    <>
      <Button icon={<ShieldCheck aria-hidden="true" />} onClick={() => setIsOpen(true)}>
        {t('verify')}
      </Button>
      {isOpen && <VerifyDialog onClose={() => setIsOpen(false)} />}
    </>
  );
}
