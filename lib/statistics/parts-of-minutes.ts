const MINUTES_AN_HOUR = 60;
const MINUTES_A_DAY = 24 * MINUTES_AN_HOUR;
/** What took longer than this is not told apart (call_back_minutes). */
const LONGEST_DAYS = 30;

/** 95 minutes are an hour and 35 minutes; more than thirty days are no number of days. */
export function partsOfMinutes(minutes: number): { days: number; hours: number; minutes: number; isLonger: boolean } {
  const days = Math.floor(minutes / MINUTES_A_DAY);
  return {
    days: Math.min(days, LONGEST_DAYS),
    hours: Math.floor((minutes % MINUTES_A_DAY) / MINUTES_AN_HOUR),
    minutes: minutes % MINUTES_AN_HOUR,
    isLonger: days > LONGEST_DAYS,
  };
}
