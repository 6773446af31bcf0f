import { log } from '../log.ts';

const LOG_EVERY_MS = 10_000;
const SLUG_CHARACTERS = 60;

let lastLine = -LOG_EVERY_MS;
let unsaid = 0;

/** One line in ten seconds says how many were refused: a flood of bad signatures must not fill the disk (R31). */
export function noteRefusal(source: string, signature: string): void {
  unsaid += 1;
  const now = performance.now();
  if (now - lastLine < LOG_EVERY_MS) return;

  log.warn({ source: source.slice(0, SLUG_CHARACTERS), signature, refused: unsaid }, 'Webhook refused by its signature');
  lastLine = now;
  unsaid = 0;
}
