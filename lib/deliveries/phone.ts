import { isCallable, readNumber } from '../phone-number.ts';
import type { DeliveryPhone } from './types.ts';

/** The number on a delivery: kept as it was typed, with E.164 and a display form where it can be read. */
export function readDeliveryPhone(typed: string, country: string): DeliveryPhone {
  const number = readNumber(typed, country);
  if (number.kind !== 'number') return { raw: typed, e164: null, display: typed.trim(), isCallable: false };
  return { raw: typed, e164: number.e164, display: number.display, isCallable: isCallable(number.e164) };
}
