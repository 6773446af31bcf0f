import { ChevronLeft } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { DriverDelivery, DriverCard as DriverFacts } from '@/lib/drivers/queries';
import { CallButton } from '../softphone/call-button';
import { OpenInDialer } from '../softphone/open-in-dialer';
import { buttonClass } from '../ui/button-class';
import { Chip } from '../ui/chip';
import { PhoneNumberText } from '../ui/phone-number-text';
import { DriverActs } from './driver-acts';
import { RefreshOnChange } from './refresh-on-change';
import { ShiftSwitch } from './shift-switch';
import { TodaysDeliveries } from './todays-deliveries';

type DriverCardProps = { driver: DriverFacts; deliveries: DriverDelivery[]; nowMs: number };

/** Who drives, how to reach them, and what they carry today (S0.20). */
export function DriverCard({ driver, deliveries, nowMs }: DriverCardProps) {
  const t = useTranslations('drivers');
  const [number, ...others] = driver.numbers;
  const isArchived = driver.archivedAt !== null;

  return (
    <div className="px-4 pb-16">
      <RefreshOnChange />
      <div className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-2 py-2">
        <Link href="/drivers" aria-label={t('back')} className={buttonClass({ intent: 'ghost', isIconOnly: true })}>
          <ChevronLeft aria-hidden="true" />
        </Link>
        <h1 className="wrap-anywhere min-w-0 font-semibold text-lg">
          <bdi>{driver.name}</bdi>
        </h1>
        {isArchived ? (
          <Chip>{t('isArchived')}</Chip>
        ) : (
          <ShiftSwitch driverId={driver.id} name={driver.name} isOnShift={driver.isOnShift} />
        )}
        <span className="ms-auto flex items-center gap-2">
          <DriverActs driver={{ id: driver.id, name: driver.name, numbers: driver.numbers }} isArchived={isArchived} />
        </span>
      </div>
      {isArchived && <p className="pb-3 text-muted">{t('archivedHint')}</p>}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 pb-3">
        {number && (
          <span className="flex items-center gap-1">
            <PhoneNumberText display={number.display} className="font-semibold text-base" />
            <OpenInDialer number={number.display} />
          </span>
        )}
        <CallButton
          name={t('callDriver')}
          number={number?.isCallable ? number.e164 : null}
          noNumberReason={t('noNumber')}
          look="text"
        />
        {others.map((other) => (
          <span key={other.e164} className="flex items-center gap-1.5 text-muted">
            <PhoneNumberText display={other.display} />
            <OpenInDialer number={other.display} />
            <CallButton
              name={t('callOn', { number: other.display })}
              number={other.isCallable ? other.e164 : null}
              noNumberReason={t('noNumber')}
              intent="ghost"
              size="sm"
            />
          </span>
        ))}
      </div>
      <TodaysDeliveries deliveries={deliveries} nowMs={nowMs} />
    </div>
  );
}
