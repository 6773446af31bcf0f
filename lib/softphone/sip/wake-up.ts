const TICK_MS = 5_000;
/** A timer this late means that the computer slept, or the browser put the tab to rest. */
const SLEPT_MS = 20_000;

/** Calls back when the network changed, the computer woke up, or somebody came back to the tab. Returns how to stop. */
export function onWake(callback: () => void): () => void {
  let lastTickMs = Date.now();
  const timer = setInterval(() => {
    const late = Date.now() - lastTickMs > SLEPT_MS;
    lastTickMs = Date.now();
    if (late) callback();
  }, TICK_MS);

  const seen = () => document.visibilityState === 'visible' && callback();
  const connection: unknown = Reflect.get(navigator, 'connection');
  const network = connection instanceof EventTarget ? connection : null;
  window.addEventListener('online', callback);
  network?.addEventListener('change', callback);
  document.addEventListener('visibilitychange', seen);

  return () => {
    clearInterval(timer);
    window.removeEventListener('online', callback);
    network?.removeEventListener('change', callback);
    document.removeEventListener('visibilitychange', seen);
  };
}
