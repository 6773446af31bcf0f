import { ChevronLeft } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { DriverDelivery, DriverCard as DriverFacts } from '@/lib/drivers/queries';
import { CallButton } from '../softphone/call-button';
import { buttonClass } from '../ui/button-class';
import { PhoneNumberText } from '../ui/phone-number-text';
import { RefreshOnDelivery } from './refresh-on-delivery';
import { ShiftChip } from './shift-chip';
import { TodaysDeliveries } from './todays-deliveries';

type DriverCardProps = { driver: DriverFacts; deliveries: DriverDelivery[]; nowMs: number };

/** Who drives, how to reach them, and what they carry today (S0.20). */
export function DriverCard({ driver, deliveries, nowMs }: DriverCardProps) {
  const t = useTranslations('drivers');
  const [number] = driver.numbers;

  return (
    <div className="px-4 pb-4">
      <RefreshOnDelivery />
      <div className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-1 py-2">
        <Link href="/drivers" aria-label={t('back')} className={buttonClass({ intent: 'ghost', isIconOnly: true })}>
          <ChevronLeft aria-hidden="true" />
        </Link>
        <h1 className="wrap-anywhere min-w-0 font-semibold text-lg">
          <bdi>{driver.name}</bdi>
        </h1>
        <ShiftChip isOnShift={driver.isOnShift} />
        <span className="ms-auto flex items-center gap-3">
          {number && <PhoneNumberText display={number.display} className="font-semibold text-base" />}
          <CallButton name={t('callDriver')} number={number?.e164 ?? null} noNumberReason={t('noNumber')} look="text" />
        </span>
      </div>
      <TodaysDeliveries deliveries={deliveries} nowMs={nowMs} />
    </div>
  );
}
