/** `unused`: it is switched on, and had nothing to hear yet. */
export type TillState = 'none' | 'off' | 'unused' | 'connected' | 'failing';

/** What `tillStateOf` has to know. */
export const tillFacts = { isEnabled: true, lastDeliveredAt: true, lastFailedAt: true } as const;
type TillFacts = { isEnabled: boolean; lastDeliveredAt: Date | null; lastFailedAt: Date | null };

export function tillStateOf(till: TillFacts | null): TillState {
  if (!till) return 'none';
  if (!till.isEnabled) return 'off';
  const { lastDeliveredAt, lastFailedAt } = till;
  if (!lastDeliveredAt && !lastFailedAt) return 'unused';
  return lastDeliveredAt && (!lastFailedAt || lastFailedAt <= lastDeliveredAt) ? 'connected' : 'failing';
}
