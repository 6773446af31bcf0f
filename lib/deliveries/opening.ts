import type { z } from 'zod';
import { findCustomerFacts } from '../customers/facts-queries.ts';
import { listAssignableDrivers } from '../drivers/assignable.ts';
import { organisation } from '../organisation/queries.ts';
import { numberCountry } from '../pbx/number-country.ts';
import { listPointsOfSale } from '../points-of-sale/queries.ts';
import { wallClock } from '../wall-clock.ts';
import type { DeliveryView } from './delivery-queries.ts';
import { readDeliveryPhone } from './phone.ts';
import type { NewDeliveryParams } from './schema.ts';
import { suggestPointOfSale, suggestWantedAt } from './suggestions.ts';
import { emptyContent } from './types.ts';

/**
 * What a new delivery begins with (S0.12, S0.13): the number that calls, the customer and where they had the last one brought,
 * a time and a point of sale to start from. A customer nobody knows any more opens it as for an unknown caller.
 */
export async function openNewDelivery(params: z.infer<typeof NewDeliveryParams>, now: Date) {
  const [customer, points, country, { timeZone }, drivers] = await Promise.all([
    params.customer ? findCustomerFacts(params.customer) : null,
    listPointsOfSale(),
    numberCountry(),
    organisation(),
    listAssignableDrivers(),
  ]);
  const typed = params.phone ?? customer?.numbers[0]?.e164 ?? '';
  const startPhone = readDeliveryPhone(typed, country);
  const [lastAddress] = customer?.addresses ?? [];
  const { id: _, ...address } = lastAddress ?? { id: '' };
  const lastUsedId = customer?.lastPointOfSaleId ?? null;

  const wantedAt = suggestWantedAt(now).toISOString();
  const start = {
    ...emptyContent,
    ...address,
    phone: startPhone.display,
    customerId: customer?.id ?? null,
    customerName: customer?.name ?? '',
    wantedAt,
    pointOfSaleId: suggestPointOfSale(points, { lastUsedId, district: lastAddress?.district ?? '', wantedAt, now, timeZone }),
  };

  return {
    opening: { deliveryId: null, start },
    callId: params.call ?? null,
    isFromCall: params.phone !== undefined,
    view: null,
    customer,
    startPhone: { ...startPhone, raw: startPhone.display },
    points,
    drivers,
    today: wallClock(now, timeZone).day,
    notice: params.customer && !customer ? ('customerUnknown' as const) : null,
  };
}

/** A delivery that is there, with what its screen shows beside it. */
export async function openDelivery(deliveryId: string, view: DeliveryView, now: Date) {
  const { saved } = view;
  const [customer, points, { timeZone }, drivers] = await Promise.all([
    saved.content.customerId ? findCustomerFacts(saved.content.customerId) : null,
    listPointsOfSale(),
    organisation(),
    listAssignableDrivers(),
  ]);

  return {
    opening: { deliveryId, saved },
    callId: null,
    isFromCall: false,
    view,
    customer,
    startPhone: saved.phone,
    points,
    drivers,
    today: wallClock(now, timeZone).day,
    notice: null,
  };
}
