// The alphabet of GSM 03.38: one septet each; those of its second table take two.
const ONE_SEPTET = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const TWO_SEPTETS = new Set('\f^{}\\[~]|€');

const GSM = { alone: 160, inParts: 153 };
const UCS2 = { alone: 70, inParts: 67 };

export type SmsLength = {
  encoding: 'gsm7' | 'ucs2';
  /** Septets, or units of two bytes. */
  units: number;
  /** How many messages it is sent, and paid for, as. */
  segments: number;
  /** How many units are left in the last of them. */
  left: number;
};

/**
 * How long a text is as an SMS. One letter that the GSM alphabet lacks, such as a Polish one, makes all of it UCS-2, with less than half the
 * room. In a text of several parts no letter is cut in two: what does not fit into a part begins the next.
 */
export function smsLength(text: string): SmsLength {
  const letters = [...text];
  const isGsm = letters.every((letter) => ONE_SEPTET.has(letter) || TWO_SEPTETS.has(letter));
  const { alone, inParts } = isGsm ? GSM : UCS2;
  const widths = letters.map((letter) => (isGsm ? (TWO_SEPTETS.has(letter) ? 2 : 1) : letter.length));
  const units = widths.reduce((sum, width) => sum + width, 0);
  const encoding = isGsm ? 'gsm7' : 'ucs2';
  if (units <= alone) return { encoding, units, segments: units === 0 ? 0 : 1, left: alone - units };

  let segments = 1;
  let used = 0;
  for (const width of widths) {
    if (used + width > inParts) {
      segments += 1;
      used = 0;
    }
    used += width;
  }
  return { encoding, units, segments, left: inParts - used };
}
