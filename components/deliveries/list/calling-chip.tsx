'use client';

import { PhoneIncoming } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useDesk } from '../../softphone/desk-context';
import { Chip } from '../../ui/chip';

/** On the rows of the one who rings at this very moment. */
export function CallingChip({ e164 }: { e164: string }) {
  const t = useTranslations('deliveries');
  const { ringing } = useDesk();
  if (!ringing.some((call) => call.number.e164 === e164)) return null;

  return (
    <Chip tone="ringing" icon={<PhoneIncoming aria-hidden="true" />}>
      {/* Where both do not fit, the name matters more: the handset and the green Answer beside it say the same. */}
      <span className="@max-[64rem]:sr-only">{t('calling')}</span>
    </Chip>
  );
}
