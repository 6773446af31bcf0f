'use client';

import type { ComponentType } from 'react';
import { useLater } from './use-later';

/**
 * A part whose code is fetched when it is first shown; nothing until then. Not React's `lazy` or Next's `dynamic`: code that cannot be
 * fetched, as while the network is away, would take the whole desk down, with the call that is up on it. Here it is asked for again.
 */
export function latePart<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let known: ComponentType<Props> | null = null;
  const loadOnce = async () => {
    known = await load();
    return known;
  };

  return function LatePart(props: Props) {
    const loaded = useLater(loadOnce, true);
    // Shown for the second time it is there at once.
    const Part = known ?? loaded;

    return Part && <Part {...props} />;
  };
}
