export type NoticePermission = 'default' | 'granted' | 'denied' | 'unsupported';

const listeners = new Set<() => void>();
let status: PermissionStatus | null = null;

/** Whether calls may show on the desktop. Needs a worker, which browsers give to https and localhost only. */
export function noticePermission(): NoticePermission {
  if (!('Notification' in window) || !('serviceWorker' in navigator)) return 'unsupported';
  return Notification.permission;
}

/** Asks the person. Only in a press: browsers ignore a page that asks by itself. */
export async function askForNotices(): Promise<void> {
  await Notification.requestPermission();
  tell();
}

export function onNoticePermission(listener: () => void): () => void {
  listeners.add(listener);
  void watch();
  return () => void listeners.delete(listener);
}

/** It may also be given and taken in the browser's own settings. */
async function watch(): Promise<void> {
  if (status) return;
  try {
    status = await navigator.permissions.query({ name: 'notifications' });
    status.onchange = tell;
  } catch {
    // A browser that does not tell: it is looked at again when the page is loaded.
  }
}

function tell(): void {
  for (const listener of listeners) listener();
}
