import { Bike } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { DriverDelivery } from '@/lib/drivers/queries';
import { EmptyState } from '../ui/empty-state';
import { DriverDeliveryRow } from './driver-delivery-row';

/** What a driver carries today, each with its customer one press away and its next step (S0.20). */
export function TodaysDeliveries({ deliveries, nowMs }: { deliveries: DriverDelivery[]; nowMs: number }) {
  const t = useTranslations('drivers');
  if (deliveries.length === 0) {
    return (
      <div className="panel">
        <EmptyState icon={<Bike aria-hidden="true" />} title={t('todayEmpty')} hint={t('todayEmptyHint')} />
      </div>
    );
  }

  return (
    <div className="panel @container overflow-clip max-md:-mx-4 max-md:rounded-none max-md:border-x-0">
      <h2 className="flex h-10 items-center gap-2 border-border border-b px-3 font-semibold">
        {t('today')} <span className="num font-normal text-muted">{deliveries.length}</span>
      </h2>
      <table aria-label={t('today')} className="data-table">
        <thead className="@max-[46rem]:sr-only">
          <tr>
            <th scope="col" className="hidden @min-[46rem]:table-cell">
              {t('delivery')}
            </th>
            <th scope="col">{t('due')}</th>
            <th scope="col">{t('customer')}</th>
            <th scope="col" className="hidden @min-[46rem]:table-cell">
              {t('address')}
            </th>
            <th scope="col" className="num">
              {t('amount')}
            </th>
            <th scope="col" className="hidden @min-[46rem]:table-cell">
              {t('status')}
            </th>
            <th scope="col">
              <span className="sr-only">{t('actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map((delivery) => (
            <DriverDeliveryRow key={delivery.id} delivery={delivery} nowMs={nowMs} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
