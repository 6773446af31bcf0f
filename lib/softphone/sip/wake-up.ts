const TICK_MS = 5_000;
/** A timer this late means that the computer slept, or the browser put the tab to rest. */
const SLEPT_MS = 20_000;

/** `network`: the addresses of this computer may be others now. `awake`: it slept, or somebody came back to the tab. */
export type WakeUp = 'network' | 'awake';

/** Calls back when something may have been missed, or the ways out of this computer have changed. Returns how to stop. */
export function onWake(callback: (why: WakeUp) => void): () => void {
  let lastTickMs = Date.now();
  const timer = setInterval(() => {
    const late = Date.now() - lastTickMs > SLEPT_MS;
    lastTickMs = Date.now();
    if (late) callback('awake');
  }, TICK_MS);

  const seen = () => document.visibilityState === 'visible' && callback('awake');
  const changed = () => callback('network');
  const connection: unknown = Reflect.get(navigator, 'connection');
  const network = connection instanceof EventTarget ? connection : null;
  window.addEventListener('online', changed);
  network?.addEventListener('change', changed);
  document.addEventListener('visibilitychange', seen);

  return () => {
    clearInterval(timer);
    window.removeEventListener('online', changed);
    network?.removeEventListener('change', changed);
    document.removeEventListener('visibilitychange', seen);
  };
}
