type Ends = 'reject' | 'hangUp';

/** One key rejects what rings, or else hangs up: also where what rings is rejected only at the phone itself. */
export function whatEndKeyDoes(calls: { rings: boolean; isUp: boolean }, can: (deed: Ends) => boolean): Ends | null {
  if (calls.rings && can('reject')) return 'reject';
  return calls.isUp && can('hangUp') ? 'hangUp' : null;
}
