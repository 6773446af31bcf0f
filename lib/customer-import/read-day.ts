const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const EUROPEAN = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/;

/** `24.12.1990`, `24/12/1990` or `1990-12-24` → `1990-12-24`; null for a day that no calendar has. */
export function readDay(written: string): string | null {
  const iso = ISO.exec(written);
  const european = EUROPEAN.exec(written);
  const [year, month, day] = iso ? iso.slice(1) : european ? european.slice(1).toReversed() : [];
  if (!year || !month || !day) return null;

  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : null;
}
