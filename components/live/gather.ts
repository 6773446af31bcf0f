/**
 * Makes one act of many facts. The first starts the wait and later ones join it, so that facts without a pause between them
 * delay the act by no more than one wait.
 */
export function gather(act: () => void, waitMs: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;

  return {
    soon() {
      timer ??= setTimeout(() => {
        timer = undefined;
        act();
      }, waitMs);
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
