'use client';

import { ArrowRight, Bike, Grip, Handshake, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { formatAddress } from '@/lib/deliveries/address';
import { StageLabel } from '../interests/stage-label';
import { useSubjectOf } from '../interests/use-subject-of';
import { ClassIcon } from '../ui/class-icon';
import { useFormats } from '../ui/organisation';
import { PhoneNumberText } from '../ui/phone-number-text';
import { StatusLabel } from '../ui/status-glyph';
import type { Item } from './items';

type Of<Kind extends Item['kind']> = { item: Extract<Item, { kind: Kind }> };

export function SearchOption({ item }: { item: Item }) {
  const t = useTranslations('search');

  switch (item.kind) {
    case 'customer':
      return <Customer item={item} />;
    case 'delivery':
      return <Delivery item={item} />;
    case 'driver':
      return <Driver item={item} />;
    case 'interest':
      return <Interest item={item} />;
    case 'all':
      return <Line icon={<ArrowRight aria-hidden="true" className="size-3.5 text-subtle" />} name={t(`all.${item.of}`)} />;
    case 'dial':
      return (
        <Line
          icon={<Grip aria-hidden="true" className="size-3.5 text-subtle" />}
          name={t(`dial.${item.by}`)}
          aside={<PhoneNumberText display={item.number.display} />}
        />
      );
    case 'newDelivery':
      return (
        <Line
          icon={<Plus aria-hidden="true" className="size-3.5 text-subtle" />}
          name={t('newDelivery')}
          aside={<PhoneNumberText display={item.number.display} />}
        />
      );
  }
}

function Customer({ item: { customer } }: Of<'customer'>) {
  const { name, company, display, address } = customer;
  const place = address && [formatAddress(address), address.city].filter(Boolean).join(', ');

  return (
    <Line
      icon={<ClassIcon of={customer.class} />}
      name={<bdi>{name}</bdi>}
      beside={company && <bdi>{company}</bdi>}
      below={place && <bdi>{place}</bdi>}
      aside={display && <PhoneNumberText display={display} />}
    />
  );
}

function Delivery({ item: { delivery } }: Of<'delivery'>) {
  const formats = useFormats();
  const { number, customerName, wantedAt, phoneDisplay } = delivery;
  const due = wantedAt && `${formats.day(wantedAt)}, ${formats.time(wantedAt)}`;
  const address = formatAddress(delivery);

  return (
    <Line
      icon={<Bike aria-hidden="true" className="size-3.5 text-subtle" />}
      name={<span className="num">{`#${number}`}</span>}
      beside={<bdi>{customerName}</bdi>}
      below={
        <>
          {due && <span className="num">{due}</span>}
          {due && address && ' · '}
          <bdi>{address}</bdi>
          {!address && phoneDisplay && <PhoneNumberText display={phoneDisplay} />}
        </>
      }
      aside={<StatusLabel status={delivery.status} />}
    />
  );
}

function Interest({ item: { interest } }: Of<'interest'>) {
  const subjectOf = useSubjectOf();

  return (
    <Line
      icon={<Handshake aria-hidden="true" className="size-3.5 text-subtle" />}
      name={<span className="num">{`#${interest.number}`}</span>}
      beside={<bdi>{subjectOf(interest)}</bdi>}
      below={interest.of && <bdi>{interest.of}</bdi>}
      aside={<StageLabel stage={interest.stage} />}
    />
  );
}

function Driver({ item: { driver } }: Of<'driver'>) {
  const t = useTranslations('search');

  return (
    <Line
      icon={<ClassIcon of="driver" />}
      name={<bdi>{driver.name}</bdi>}
      below={driver.isOnShift ? t('onShift') : t('offShift')}
      aside={driver.display && <PhoneNumberText display={driver.display} />}
    />
  );
}

type LineProps = { icon: ReactNode; name: ReactNode; beside?: ReactNode; below?: ReactNode; aside?: ReactNode };

function Line({ icon, name, beside, below, aside }: LineProps) {
  return (
    <>
      <span className="grid size-4 shrink-0 place-items-center">{icon}</span>
      <span className="min-w-0 flex-1">
        <span className="flex min-w-0 items-baseline gap-2">
          <span className="min-w-0 truncate font-medium">{name}</span>
          {beside && <span className="min-w-0 shrink-99 truncate text-muted">{beside}</span>}
        </span>
        {below && <span className="block truncate text-muted text-xs">{below}</span>}
      </span>
      {aside && <span className="shrink-0 text-muted">{aside}</span>}
    </>
  );
}
