'use client';

import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef, useTransition } from 'react';
import type { DeliveryFilter } from '@/lib/deliveries/filter';
import { NOBODY } from '@/lib/deliveries/nobody';
import { DELIVERY_STATUSES } from '@/lib/deliveries/status';
import { nextDay } from '@/lib/wall-clock';
import { Select } from '../../ui/select';
import { useDayName } from '../use-day-name';

const DAYS_BACK = 7;
const DAYS_AHEAD = 7;
const SEARCH_AFTER_MS = 300;

type DeliveryFiltersProps = { filter: DeliveryFilter; today: string; points: Named[]; drivers: Named[] };
type Named = { id: string; name: string };

/** The filters live in the URL: a link to a filtered list is a link to that list. Works as a plain form before the page is up. */
export function DeliveryFilters({ filter, today, points, drivers }: DeliveryFiltersProps) {
  const t = useTranslations('deliveries');
  const words = useTranslations('deliveryStatus');
  const dayName = useDayName();
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => () => clearTimeout(timer.current), []);

  // The address also changes without the form ("Clear filters", a link, Back). What is still being typed is left alone.
  useEffect(() => {
    if (form.current && !isPending && timer.current === undefined) showFilter(form.current, filter);
  }, [filter, isPending]);

  function apply() {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (!form.current) return;
    const set = [...new FormData(form.current)].filter(([, value]) => typeof value === 'string' && value !== '');
    const query = new URLSearchParams(set.map(([name, value]): [string, string] => [name, String(value)]));
    startTransition(() => router.replace(query.size > 0 ? `/deliveries?${query}` : '/deliveries', { scroll: false }));
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    apply();
  }

  const days = Array.from({ length: DAYS_BACK + 1 + DAYS_AHEAD }, (_, index) => nextDay(today, index - DAYS_BACK));
  const isOtherDay = filter.day && filter.day !== 'any' && !days.includes(filter.day);

  return (
    <form
      ref={form}
      action="/deliveries"
      aria-label={t('filters')}
      aria-busy={isPending}
      onSubmit={submit}
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
      <span className="relative max-sm:col-span-2 sm:min-w-40 sm:flex-1">
        <Search aria-hidden="true" className="pointer-events-none absolute start-2.5 top-2 size-4 text-subtle" />
        <input
          type="search"
          name="text"
          className="input w-full ps-8!"
          aria-label={t('search')}
          placeholder={t('searchHint')}
          defaultValue={filter.text ?? ''}
          maxLength={100}
          autoComplete="off"
          onChange={() => {
            clearTimeout(timer.current);
            timer.current = setTimeout(apply, SEARCH_AFTER_MS);
          }}
        />
      </span>
    </form>
  );
}

function showFilter(form: HTMLFormElement, filter: DeliveryFilter): void {
  for (const name of ['day', 'status', 'pointOfSale', 'driver', 'text'] as const) {
    const field = form.elements.namedItem(name);
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) continue;
    const value = filter[name] ?? '';
    if (field.value.trim() !== value) field.value = value;
  }
}
