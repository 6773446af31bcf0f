import { operatorExtension, ringingExtensions } from '../calls/row.ts';
import type { CallFold } from '../calls/types.ts';

export type Consequences = {
  /** Extensions at which a card appears now: their device began to ring, or they dial. */
  appearsAt: string[];
  /** The extension that got an inbound call just now: what Answer leads to opens there. */
  answeredBy: string | null;
};

/** What follows from a call having changed. Pure, so that every order of events can be tried. */
export function consequences(before: CallFold | null, after: CallFold): Consequences {
  if (after.phase === 'ended') return { appearsAt: [], answeredBy: null };

  const seenBefore = new Set(before ? appearing(before) : []);
  // A call that comes back to somebody, from a transfer that failed, opens nothing: what they had of it still stands.
  const isNewHolder = after.holder !== null && after.holder !== before?.holder && !before?.operators.includes(after.holder);

  return {
    appearsAt: appearing(after).filter((extension) => !seenBefore.has(extension)),
    answeredBy: isNewHolder && after.direction !== 'outbound' && after.phase === 'talking' ? after.holder : null,
  };
}

function appearing(fold: CallFold): string[] {
  const operator = operatorExtension(fold);
  return operator ? [...ringingExtensions(fold), operator] : ringingExtensions(fold);
}
