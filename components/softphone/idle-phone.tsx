'use client';

import { useTranslations } from 'next-intl';
import { useLater } from '../ui/use-later';
import { useDesk } from './desk-context';
import { useNoPhoneReason } from './use-callability';

const loadOffers = () => import('./idle-offers').then((module) => module.IdleOffers);

/** What the dock says while nothing rings: at which extension calls will ring, or why none can. */
export function IdlePhone() {
  const t = useTranslations('phone');
  const { state } = useDesk();
  const noPhoneReason = useNoPhoneReason();
  const { phone } = state;
  const Offers = useLater(loadOffers, false);

  return (
    <div className="p-4">
      <h2 className="font-semibold">{t('title')}</h2>
      {phone && phone.kind !== 'none' && phone.extension && (
        <p className="mt-1 text-muted">{t('extension', { extension: phone.extension })}</p>
      )}
      <p className="mt-3 text-muted">{noPhoneReason ?? t('idle')}</p>
      {Offers && phone && phone.kind !== 'none' && <Offers />}
    </div>
  );
}
