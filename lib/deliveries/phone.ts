import { db } from '../db/client.ts';
import { isCallable, readNumber } from '../phone-number.ts';
import type { DeliveryPhone } from './types.ts';

/** The number on a delivery: kept as it was typed, with E.164 and a display form where it can be read. */
export function readDeliveryPhone(typed: string, country: string): DeliveryPhone {
  const number = readNumber(typed, country);
  if (number.kind !== 'number') return { raw: typed, e164: null, display: typed.trim(), isCallable: false };
  return { raw: typed, e164: number.e164, display: number.display, isCallable: isCallable(number.e164) };
}

/** The country of a number typed without one: that of the first PBX connection. Without any PBX only `+…` can be read. */
export async function numberCountry(): Promise<string> {
  const connection = await db.pbxConnection.findFirst({ select: { country: true }, orderBy: [{ kind: 'asc' }, { slug: 'asc' }] });
  return connection?.country ?? '';
}
