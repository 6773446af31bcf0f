import { isCallable, knownCountry, readNumber } from '../phone-number.ts';
import { numberFault } from './number-fault.ts';
import type { Dialled } from './types.ts';

/** What somebody typed or pasted, read by the country of their PBX. Up to five digits are an extension (events.md rule 6). */
export function readTyped(typed: string, country: string): Dialled {
  const read = readNumber(typed, country);
  if (read.kind === 'extension') {
    return { kind: 'callable', number: read.extension, display: read.display, owner: null };
  }
  if (read.kind === 'number' && isCallable(read.e164)) {
    return { kind: 'callable', number: read.e164, display: read.display, owner: null };
  }
  return { kind: 'faulty', fault: numberFault(read.kind === 'number' ? read.e164 : typed, knownCountry(country)) };
}
