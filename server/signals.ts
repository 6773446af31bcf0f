import { log } from '../lib/log.ts';

/** Ends the process in order on SIGTERM and SIGINT; a second signal ends it at once. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let isStopping = false;

  async function end(signal: string): Promise<void> {
    if (isStopping) process.exit(1);
    isStopping = true;
    log.info({ signal }, 'Offhook is stopping.');
    try {
      await stop();
      process.exit(0);
    } catch (error) {
      log.error({ err: error }, 'Offhook did not stop in order.');
      process.exit(1);
    }
  }

  process.on('SIGTERM', (signal) => void end(signal));
  process.on('SIGINT', (signal) => void end(signal));
}
