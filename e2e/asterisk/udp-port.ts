import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const POLL_MS = 20;
const PATIENCE_MS = 5_000;

/** Waits until a program, which does not say so itself, is ready to hear there. */
export async function untilHeard(host: string, port: number): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!isOpen(host, port)) {
    if (Date.now() > deadline) throw new Error(`Nobody listens on ${host}:${port}.`);
    await pause(POLL_MS);
  }
}

/** Linux lists each socket as `0200007F:13D8`: the bytes of the address in the machine's order. */
function isOpen(host: string, port: number): boolean {
  const hex = (number: number, digits: number) => number.toString(16).toUpperCase().padStart(digits, '0');
  const address = host
    .split('.')
    .map((byte) => hex(Number(byte), 2))
    .reverse()
    .join('');
  return readFileSync('/proc/net/udp', 'utf8').includes(` ${address}:${hex(port, 4)} `);
}
