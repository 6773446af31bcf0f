import { Car } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { DriverRow } from '@/lib/drivers/queries';
import type { DriverFilter } from '@/lib/drivers/schema';
import { CallButton } from '../softphone/call-button';
import { OpenInDialer } from '../softphone/open-in-dialer';
import { EmptyState } from '../ui/empty-state';
import { LinkButton } from '../ui/link-button';
import { ListSearch } from '../ui/list-search';
import { PhoneNumberText } from '../ui/phone-number-text';
import { AddDriver } from './add-driver';
import { RefreshOnChange } from './refresh-on-change';
import { ShiftSwitch } from './shift-switch';

export function DriverList({ drivers, filter }: { drivers: DriverRow[]; filter: DriverFilter }) {
  const t = useTranslations('drivers');
  const onShift = drivers.filter((driver) => driver.isOnShift).length;

  return (
    <div className="px-4 pb-16">
      <RefreshOnChange />
      <div className="flex min-h-14 flex-wrap items-center gap-3">
        <h1 className="font-semibold text-lg">{t('title')}</h1>
        <p className="num text-muted">{t('onShiftCount', { count: onShift })}</p>
        <span className="ms-auto">
          <AddDriver />
        </span>
      </div>
      <ListSearch path="/drivers" text={filter.text} label={t('search')} hint={t('searchHint')} />
      <div className="panel mt-3 overflow-x-auto max-md:-mx-4 max-md:rounded-none max-md:border-x-0">
        {drivers.length === 0 ? <NoDrivers isFiltered={filter.text !== undefined} /> : <DriverTable drivers={drivers} />}
      </div>
    </div>
  );
}

function NoDrivers({ isFiltered }: { isFiltered: boolean }) {
  const t = useTranslations('drivers');
  const icon = <Car aria-hidden="true" />;
  if (!isFiltered) return <EmptyState icon={icon} title={t('listEmpty')} hint={t('listEmptyHint')} />;

  return (
    <EmptyState
      icon={icon}
      title={t('nothingFound')}
      hint={t('nothingFoundHint')}
      action={<LinkButton href="/drivers">{t('clearSearch')}</LinkButton>}
    />
  );
}

function DriverTable({ drivers }: { drivers: DriverRow[] }) {
  const t = useTranslations('drivers');

  return (
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
  );
}

function Row({ driver }: { driver: DriverRow }) {
  const t = useTranslations('drivers');
  const [number] = driver.numbers;

  return (
    <tr className="relative">
      <td className="w-full max-w-0 max-sm:h-13!">
        <Link
          href={`/drivers/${driver.id}`}
          prefetch={false}
          title={driver.name}
          className="block truncate font-medium outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:-outline-offset-2"
        >
          <bdi>{driver.name}</bdi>
        </Link>
        {number && (
          <p className="text-muted text-xs sm:hidden">
            <PhoneNumberText display={number.display} />
          </p>
        )}
      </td>
      <td>
        <span className="relative z-1">
          <ShiftSwitch driverId={driver.id} name={driver.name} isOnShift={driver.isOnShift} />
        </span>
      </td>
      <td className="max-sm:hidden">
        {number && (
          <span className="flex items-center gap-1">
            <PhoneNumberText display={number.display} />
            <span className="relative z-1">
              <OpenInDialer number={number.display} />
            </span>
          </span>
        )}
      </td>
      <td className="num max-sm:hidden">{driver._count.deliveries}</td>
      <td className="text-end">
        <span className="relative z-1 inline-flex max-sm:[&>button]:size-11!">
          <CallButton
            name={t('callDriver')}
            number={number?.isCallable ? number.e164 : null}
            noNumberReason={t('noNumber')}
            intent="ghost"
            size="sm"
          />
        </span>
      </td>
    </tr>
  );
}
