'use client';

import type { ToastTexts } from './toast-host';
import { useLater } from './use-later';

const load = () => import('./toast-host').then(({ ToastHost }) => ToastHost);

/**
 * One sentence, for things that are not calls. Errors stay until they are closed.
 * It comes when the page is done, not before: most visits never show one, and the first call must not wait for it.
 */
export function Toaster(texts: ToastTexts) {
  const Host = useLater(load, false);

  return Host && <Host {...texts} />;
}
