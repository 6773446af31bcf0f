'use client';

import { type ComponentType, useEffect, useEffectEvent, useState } from 'react';
import { whenIdle } from './when-idle';

/**
 * A part that no first load waits for: it comes when the page is idle, or as soon as it is wanted; null until then. Not React's
 * `lazy`, whose failure would take the desk and its calls with it: here it is asked for again the next time it is wanted.
 */
export function useIdlePart<Props>(
  load: () => Promise<ComponentType<Props>>,
  isWanted: boolean,
  failed?: () => void,
): ComponentType<Props> | null {
  const [Part, setPart] = useState<ComponentType<Props> | null>(null);

  const get = useEffectEvent(() => {
    load().then(
      (loaded) => setPart(() => loaded),
      () => isWanted && failed?.(),
    );
  });
  useEffect(() => (isWanted ? get() : whenIdle(() => get())), [isWanted]);

  return Part;
}
