const LATEST_MS = 3_000;

/** Calls back when the page has loaded and has nothing better to do. Returns how to call that off. */
export function whenIdle(callback: () => void): () => void {
  let cancel = () => {
    window.removeEventListener('load', wait);
    clearTimeout(impatience);
  };
  // A picture that never comes keeps a page from having loaded.
  let impatience: ReturnType<typeof setTimeout> | undefined;

  function wait(): void {
    cancel();
    // Safari has no idle callback.
    if (typeof window.requestIdleCallback !== 'function') {
      const timer = setTimeout(callback, LATEST_MS);
      cancel = () => clearTimeout(timer);
      return;
    }
    const request = window.requestIdleCallback(callback, { timeout: LATEST_MS });
    cancel = () => window.cancelIdleCallback(request);
  }

  if (document.readyState === 'complete') wait();
  else {
    window.addEventListener('load', wait);
    impatience = setTimeout(wait, LATEST_MS);
  }
  return () => cancel();
}
