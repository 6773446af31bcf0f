/**
 * The worker behind a call's desktop notification: pages can show none with buttons. It answers no request and keeps nothing;
 * it hands what was pressed to a tab of the desk, and tries the next where one does not answer. Without a tab it opens one:
 * a call is never answered by itself (S4.12).
 */
export const RING_WORKER = `'use strict';
const ANSWER_MS = 1000;

self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(pressed(event.action || 'show', event.notification.tag));
});

self.addEventListener('notificationclose', (event) => {
  event.waitUntil(tabs().then((all) => Promise.all(all.map((tab) => tell(tab, 'dismissed', event.notification.tag)))));
});

async function pressed(act, tag) {
  for (const tab of await tabs()) {
    if (!(await tell(tab, act, tag))) continue;
    if (act !== 'reject') await tab.focus().catch(() => undefined);
    return;
  }
  if (act !== 'reject') await self.clients.openWindow('/').catch(() => undefined);
}

// The one looked at last comes first.
function tabs() {
  return self.clients.matchAll({ type: 'window', includeUncontrolled: true });
}

function tell(tab, act, tag) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(true);
    setTimeout(() => resolve(false), ANSWER_MS);
    tab.postMessage({ type: 'call-notice', act, tag }, [port2]);
  });
}
`;
