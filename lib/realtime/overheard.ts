import { attachSockets } from './publish.ts';

export type Overheard = { rooms: string[]; name: string; facts: unknown[] };

/** For tests: stands in for the socket server and keeps what is published. */
export function overhear(): Overheard[] {
  const heard: Overheard[] = [];
  const to = (rooms: string | string[]) => ({
    emit: (name: string, ...facts: unknown[]) => {
      heard.push({ rooms: [rooms].flat(), name, facts });
      return true;
    },
  });
  attachSockets({ to, in: () => ({ disconnectSockets: () => undefined }) });
  return heard;
}
