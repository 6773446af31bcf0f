'use client';

import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { showMessage } from '../ui/show-message';
import { isServerNear } from './is-server-near';
import { useLiveSocket } from './live-provider';

/**
 * A link pressed while the server is out of reach goes nowhere, and says so: Next would leave for the browser's error page, and the call
 * that is up would be gone with this one. Caught ahead of every link, so that none has to think of it.
 */
export function StayWhileAway() {
  const t = useTranslations('shell');
  const socket = useLiveSocket();

  useEffect(() => {
    const stay = (event: MouseEvent) => {
      if (!leadsAway(event) || isServerNear(socket)) return;
      event.preventDefault();
      showMessage(t('serverAway'));
    };
    document.addEventListener('click', stay, { capture: true });
    return () => document.removeEventListener('click', stay, { capture: true });
  }, [socket, t]);

  return null;
}

/** From this page to another of ours, in this tab. */
function leadsAway(event: MouseEvent): boolean {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return false;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || link.origin !== window.location.origin || link.hasAttribute('download')) return false;
  const isHere = link.hash !== '' && link.pathname === window.location.pathname && link.search === window.location.search;
  return !isHere && (link.target === '' || link.target === '_self');
}
