'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { type MapPlatform, mapAddress, mapPlatform } from '@/lib/deliveries/map-address';
import type { DriverDelivery } from '@/lib/drivers/queries';

/** The address as a link to a map: what a driver who is lost rings about. */
export function AddressOnMap({ delivery, address }: { delivery: DriverDelivery; address: string }) {
  const t = useTranslations('drivers');
  const [platform, setPlatform] = useState<MapPlatform>('other');
  useEffect(() => setPlatform(mapPlatform(navigator.userAgent)), []);
  const href = delivery.fulfilment === 'delivery' ? mapAddress(delivery, platform) : null;
  if (!href) return <bdi>{address}</bdi>;

  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer"
      aria-label={t('onMap', { address })}
      className="underline decoration-border-strong underline-offset-2 hover:text-foreground @min-[46rem]:block @min-[46rem]:truncate"
    >
      <bdi>{address}</bdi>
    </a>
  );
}
