'use client';

import { useTranslations } from 'next-intl';
import type { DeliveryFilter } from '@/lib/deliveries/filter';
import { NOBODY } from '@/lib/deliveries/nobody';
import { DELIVERY_STATUSES } from '@/lib/deliveries/status';
import { nextDay } from '@/lib/wall-clock';
import { SearchField } from '../../ui/search-field';
import { Select } from '../../ui/select';
import { useFilterForm } from '../../ui/use-filter-form';
import { useDayName } from '../use-day-name';

const DAYS_BACK = 7;
const DAYS_AHEAD = 7;

type DeliveryFiltersProps = { filter: DeliveryFilter; today: string; points: Named[]; drivers: Named[] };
type Named = { id: string; name: string };

/** The filters live in the URL: a link to a filtered list is a link to that list. Works as a plain form before the page is up. */
export function DeliveryFilters({ filter, today, points, drivers }: DeliveryFiltersProps) {
  const t = useTranslations('deliveries');
  const words = useTranslations('deliveryStatus');
  const dayName = useDayName();
  const { form, apply, applySoon } = useFilterForm('/deliveries', filter);

  const days = Array.from({ length: DAYS_BACK + 1 + DAYS_AHEAD }, (_, index) => nextDay(today, index - DAYS_BACK));
  const isOtherDay = filter.day && filter.day !== 'any' && !days.includes(filter.day);

  return (
    <form
      {...form}
      aria-label={t('filters')}
      className="filters grid grid-cols-2 items-center gap-2 max-sm:w-full sm:flex sm:flex-wrap"
    >
      <Select name="day" aria-label={t('day')} defaultValue={filter.day ?? ''} onChange={apply}>
        <option value="">{t('today')}</option>
        <option value="any">{t('anyDay')}</option>
        {isOtherDay && <option value={filter.day}>{dayName(filter.day ?? '')}</option>}
        {days.map(
          (day) =>
            day !== today && (
              <option key={day} value={day}>
                {dayName(day)}
              </option>
            ),
        )}
      </Select>
      <Select name="status" aria-label={t('status')} defaultValue={filter.status ?? ''} onChange={apply}>
        <option value="">{t('openOnes')}</option>
        <option value="any">{t('anyStatus')}</option>
        {DELIVERY_STATUSES.map((status) => (
          <option key={status} value={status}>
            {words(status)}
          </option>
        ))}
      </Select>
      <Select name="pointOfSale" aria-label={t('pointOfSale')} defaultValue={filter.pointOfSale ?? ''} onChange={apply}>
        <option value="">{t('allPoints')}</option>
        {points.map((point) => (
          <option key={point.id} value={point.id}>
            {point.name}
          </option>
        ))}
      </Select>
      <Select name="driver" aria-label={t('driver')} defaultValue={filter.driver ?? ''} onChange={apply}>
        <option value="">{t('allDrivers')}</option>
        <option value={NOBODY}>{t('noDriver')}</option>
        {drivers.map((driver) => (
          <option key={driver.id} value={driver.id}>
            {driver.name}
          </option>
        ))}
      </Select>
      <SearchField
        label={t('search')}
        hint={t('searchHint')}
        text={filter.text}
        onType={applySoon}
        className="max-sm:col-span-2 sm:min-w-40 sm:flex-1"
      />
    </form>
  );
}
