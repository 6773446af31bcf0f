'use client';

import { lazy, Suspense, useEffect, useState } from 'react';
import type { ToastTexts } from './toast-host';
import { whenIdle } from './when-idle';

const ToastHost = lazy(() => import('./toast-host').then(({ ToastHost }) => ({ default: ToastHost })));

/**
 * One sentence, for things that are not calls. Errors stay until they are closed.
 * It comes when the page is done, not before: most visits never show one, and the first call must not wait for it.
 */
export function Toaster(texts: ToastTexts) {
  const [isDue, setIsDue] = useState(false);
  useEffect(() => whenIdle(() => setIsDue(true)), []);

  if (!isDue) return null;
  return (
    <Suspense fallback={null}>
      <ToastHost {...texts} />
    </Suspense>
  );
}
