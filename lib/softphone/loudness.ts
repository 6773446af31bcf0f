const QUIETEST_DECIBELS = -60;

/** How loud a level sounds, 0 to 100: ears hear in decibels. */
export function loudnessPercent(level: number): number {
  if (level <= 0) return 0;
  const decibels = 20 * Math.log10(level);
  return Math.round(Math.min(Math.max(1 - decibels / QUIETEST_DECIBELS, 0), 1) * 100);
}
