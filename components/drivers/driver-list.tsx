import { Car } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { DriverRow } from '@/lib/drivers/queries';
import { CallButton } from '../softphone/call-button';
import { EmptyState } from '../ui/empty-state';
import { PhoneNumberText } from '../ui/phone-number-text';
import { ShiftChip } from './shift-chip';

export function DriverList({ drivers }: { drivers: DriverRow[] }) {
  const t = useTranslations('drivers');

  return (
    <div className="px-4 pb-4">
      <h1 className="flex h-14 items-center font-semibold text-lg">{t('title')}</h1>
      <div className="panel overflow-x-auto">
        {drivers.length === 0 ? (
          <EmptyState icon={<Car aria-hidden="true" />} title={t('listEmpty')} hint={t('listEmptyHint')} />
        ) : (
          <table aria-label={t('title')} className="data-table">
            <thead>
              <tr>
                <th scope="col">{t('name')}</th>
                <th scope="col">{t('shift')}</th>
                <th scope="col" className="max-sm:hidden">
                  {t('number')}
                </th>
                <th scope="col" className="num max-sm:hidden">
                  {t('openCount')}
                </th>
                <th scope="col">
                  <span className="sr-only">{t('callDriver')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {drivers.map((driver) => (
                <Row key={driver.id} driver={driver} />
              ))}
            </tbody>
          </table>
        )}
      </div>
    </div>
  );
}

function Row({ driver }: { driver: DriverRow }) {
  const t = useTranslations('drivers');
  const [number] = driver.numbers;

  return (
    <tr>
      <td className="max-w-64 max-sm:h-13! max-sm:w-full max-sm:max-w-0">
        <Link href={`/drivers/${driver.id}`} className="block truncate font-medium hover:underline" title={driver.name}>
          <bdi>{driver.name}</bdi>
        </Link>
        {number && (
          <p className="text-muted text-xs sm:hidden">
            <PhoneNumberText display={number.display} />
          </p>
        )}
      </td>
      <td>
        <ShiftChip isOnShift={driver.isOnShift} />
      </td>
      <td className="max-sm:hidden">{number && <PhoneNumberText display={number.display} />}</td>
      <td className="num max-sm:hidden">{driver._count.deliveries}</td>
      <td className="text-end">
        <CallButton name={t('callDriver')} number={number?.e164 ?? null} noNumberReason={t('noNumber')} size="sm" />
      </td>
    </tr>
  );
}
