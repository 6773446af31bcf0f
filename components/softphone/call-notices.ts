import { isDeskInView } from './seen-tabs';

// A scope of its own: no page is ever loaded through this worker.
const WORKER = '/ring-worker.js';
const SCOPE = '/ring-worker/';
const LOCK = 'offhook-notices';
const TAG = 'offhook-call ';
const ACTS = ['answer', 'reject', 'show', 'dismissed'] as const;

export type NoticeAct = (typeof ACTS)[number];
/** `isAtPhone`: a phone of this browser has it; otherwise only the server has told of it. */
export type CallNotice = { callId: string; title: string; body: string; isSilent: boolean; isAtPhone: boolean };
/** What can be pressed on one: nothing where only the phone itself can answer. */
export type NoticeButton = { action: 'answer' | 'reject'; title: string };

// What a page may ask of a worker and TypeScript's types of a page leave out.
type NoticeOptions = NotificationOptions & { actions: readonly NoticeButton[] };

/** Answers once the worker can show something. */
export async function registerNotices(): Promise<ServiceWorkerRegistration> {
  const registration = await navigator.serviceWorker.register(WORKER, { scope: SCOPE });
  const coming = registration.installing ?? registration.waiting;
  if (registration.active || !coming) return registration;

  return new Promise((resolve) => {
    coming.addEventListener('statechange', () => coming.state === 'activated' && resolve(registration));
  });
}

/**
 * Brings what is on the desktop in line with the calls that ring: a notification for each while no tab is in view, and none
 * that is left over, whichever tab showed it. Every tab does this, one after the other, so five of them show one (R23).
 */
export async function syncNotices(
  registration: ServiceWorkerRegistration,
  ringing: readonly CallNotice[],
  buttons: readonly NoticeButton[],
): Promise<void> {
  await navigator.locks.request(LOCK, async () => {
    const due = (await isDeskInView()) ? [] : ringing;
    const shown = (await registration.getNotifications()).filter(({ tag }) => tag.startsWith(TAG));

    for (const notice of shown) if (!due.some(({ callId }) => tagOf(callId) === notice.tag)) notice.close();
    for (const call of due) {
      if (!shown.some(({ tag }) => tag === tagOf(call.callId))) await show(registration, call, buttons);
    }
  });
}

async function show(registration: ServiceWorkerRegistration, call: CallNotice, buttons: readonly NoticeButton[]): Promise<void> {
  const options: NoticeOptions = {
    body: call.body,
    tag: tagOf(call.callId),
    requireInteraction: true,
    silent: call.isSilent,
    actions: buttons,
  };
  // Refused where the permission has just been taken away.
  await registration.showNotification(call.title, options).catch(() => undefined);
}

/** Hears what was pressed on a notification; the worker asks one tab, and takes another where this one is gone. */
export function onNoticeAct(listener: (act: NoticeAct, callId: string) => void): () => void {
  const heard = ({ data, ports }: MessageEvent<unknown>) => {
    const pressed = readPress(data);
    if (!pressed) return;
    ports[0]?.postMessage('heard');
    listener(pressed.act, pressed.callId);
  };
  navigator.serviceWorker.addEventListener('message', heard);
  navigator.serviceWorker.startMessages();
  return () => navigator.serviceWorker.removeEventListener('message', heard);
}

function readPress(data: unknown): { act: NoticeAct; callId: string } | null {
  if (typeof data !== 'object' || data === null) return null;
  if (!('type' in data && 'act' in data && 'tag' in data) || data.type !== 'call-notice') return null;

  const act = ACTS.find((each) => each === data.act);
  return act && typeof data.tag === 'string' ? { act, callId: data.tag.slice(TAG.length) } : null;
}

function tagOf(callId: string): string {
  return TAG + callId;
}
