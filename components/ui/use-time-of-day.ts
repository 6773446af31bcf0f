import { wallClock } from '@/lib/wall-clock';
import { useFormats, useOrganisation } from './organisation';

/** The time, and the day where it is not the one of `nowMs`. */
export function useTimeOfDay(nowMs: number): (at: string | Date) => string {
  const formats = useFormats();
  const { timeZone } = useOrganisation();
  const today = wallClock(new Date(nowMs), timeZone).day;

  return (at) => {
    const isToday = wallClock(new Date(at), timeZone).day === today;
    // Where it is narrow, a line may end behind the day, not within it.
    return isToday ? formats.time(at) : `${formats.day(at).replaceAll(' ', '\u00A0')}, ${formats.time(at)}`;
  };
}
