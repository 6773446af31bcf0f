const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

export function minutesFrom(moment: Date, minutes: number): Date {
  return new Date(moment.getTime() + minutes * MINUTE_MS);
}

export function secondsFrom(moment: Date, seconds: number): Date {
  return new Date(moment.getTime() + seconds * 1000);
}

/** People want their food at full five minutes. */
export function onFiveMinutes(moment: Date): Date {
  return new Date(Math.round(moment.getTime() / (5 * MINUTE_MS)) * 5 * MINUTE_MS);
}

/** `minuteOfDay` on the local day that lies `daysAgo` before `now`. */
export function localTime(now: Date, timeZone: string, daysAgo: number, minuteOfDay: number): Date {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(now.getTime() - daysAgo * DAY_MS));
  const asIfUtc = new Date(`${parts}T00:00:00Z`).getTime() + minuteOfDay * MINUTE_MS;
  return new Date(asIfUtc - offsetMs(new Date(asIfUtc), timeZone));
}

function offsetMs(moment: Date, timeZone: string): number {
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(moment);
  return new Date(`${local.replace(' ', 'T')}Z`).getTime() - Math.floor(moment.getTime() / 1000) * 1000;
}
