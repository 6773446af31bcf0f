const LOCK = 'offhook-visible';

/** Says to the other tabs, as long as this one is in view, that the desk is in view. Tells when this one comes or goes. */
export function followVisibility(changed: () => void): () => void {
  let hide: (() => Promise<void>) | null = null;

  async function follow() {
    const isVisible = document.visibilityState === 'visible';
    if (isVisible && !hide) hide = hold();
    else if (!isVisible && hide) {
      const hidden = hide();
      hide = null;
      await hidden;
    }
    changed();
  }
  const listener = () => void follow();
  listener();
  document.addEventListener('visibilitychange', listener);

  return () => {
    document.removeEventListener('visibilitychange', listener);
    void hide?.();
  };
}

/** Whether any tab of the desk is in view in this browser. */
export async function isDeskInView(): Promise<boolean> {
  if (document.visibilityState === 'visible') return true;
  return ((await navigator.locks.query()).held ?? []).some((lock) => lock.name === LOCK);
}

function hold(): () => Promise<void> {
  let letGo = () => {};
  const until = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const released = navigator.locks.request(LOCK, { mode: 'shared' }, () => until);

  return async () => {
    letGo();
    await released;
  };
}
