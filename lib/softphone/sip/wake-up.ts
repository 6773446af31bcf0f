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
  const online = () => callback('network');
  const connection: unknown = Reflect.get(navigator, 'connection');
  const network = connection instanceof EventTarget ? connection : null;
  let kind = kindOf(network);
  // Told also whenever the browser guesses anew how fast the line is: that is no other way out. A browser that does not say which kind it
  // is may mean either, so that it is only looked whether everything still goes through.
  const changed = () => {
    const before = kind;
    kind = kindOf(network);
    if (kind !== before) callback('network');
    else if (kind === undefined) callback('awake');
  };
  window.addEventListener('online', online);
  network?.addEventListener('change', changed);
  document.addEventListener('visibilitychange', seen);

  return () => {
    clearInterval(timer);
    window.removeEventListener('online', online);
    network?.removeEventListener('change', changed);
    document.removeEventListener('visibilitychange', seen);
  };
}

/** Ethernet, wifi, cellular …, where the browser says so. */
function kindOf(network: EventTarget | null): unknown {
  return network && Reflect.get(network, 'type');
}
