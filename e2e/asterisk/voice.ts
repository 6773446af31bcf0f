import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { decodeALaw, encodeALaw } from './g711.ts';

/** The sound of one call of the outside world: it speaks a steady tone, and hears how loud the other side is. */
export type Voice = {
  port: number;
  /** From now on the tone goes there, until `hush`. */
  speakTo: (host: string, port: number) => void;
  hush: () => void;
  /**
   * The loudest 20 ms of the last second, as the root mean square of 16-bit samples: 0 is nothing at all, below SILENCE is silence.
   * Not the mean: a browser's made-up microphone is silent between its beeps.
   */
  loudness: () => number;
  /** When the first sound from the other side came, in ms since the epoch; pending until then. */
  firstSound: Promise<number>;
  /** Packets with sound so far: silence is sent as well, a dead line is not. */
  packets: () => number;
  /** The keys that the other side pressed. */
  digits: () => string;
  close: () => void;
};

const SAMPLES_PER_SECOND = 8000;
const PACKET_MS = 20;
const SAMPLES = (SAMPLES_PER_SECOND * PACKET_MS) / 1000;
const TONE_HZ = 400;
const TONE_PEAK = 10_000;
const MOMENT_MS = 1_000;
const SILENCE = 100;
const KEYS = '0123456789*#ABCD';

const HEADER_BYTES = 12;
const TYPE = { alaw: 8, key: 101 } as const;

/** A whole number of waves, so that each packet joins the one before. */
const TONE = Uint8Array.from({ length: SAMPLES }, (_, index) =>
  encodeALaw(Math.round(TONE_PEAK * Math.sin((2 * Math.PI * TONE_HZ * index) / SAMPLES_PER_SECOND))),
);

export async function openVoice(host: string): Promise<Voice> {
  const socket = createSocket('udp4');
  socket.bind(0, host);
  await once(socket, 'listening');

  let heard: { at: number; power: number }[] = [];
  let packets = 0;
  const keys = new Map<number, string>();
  let tellFirstSound: (at: number) => void = () => undefined;
  const firstSound = new Promise<number>((resolve) => {
    tellFirstSound = resolve;
  });
  socket.on('message', (packet) => {
    const type = (packet[1] ?? 0) & 0x7f;
    const payload = packet.subarray(HEADER_BYTES);
    if (type === TYPE.key) keys.set(packet.readUInt32BE(4), KEYS[payload[0] ?? 0] ?? '?');
    if (type !== TYPE.alaw) return;
    packets += 1;
    const power = powerOf(payload);
    if (power > SILENCE ** 2) tellFirstSound(Date.now());
    heard = [...recent(heard), { at: performance.now(), power }];
  });

  let timer: NodeJS.Timeout | undefined;
  function speakTo(toHost: string, toPort: number): void {
    hush();
    timer = speak((packet) => socket.send(packet, toPort, toHost));
  }
  function hush(): void {
    clearInterval(timer);
  }

  return {
    port: socket.address().port,
    speakTo,
    hush,
    loudness: () => Math.sqrt(Math.max(0, ...recent(heard).map((each) => each.power))),
    firstSound,
    packets: () => packets,
    digits: () => [...keys.values()].join(''),
    close: () => {
      hush();
      socket.close();
    },
  };
}

/** A packet each 20 ms by the clock: a timer that comes late is made up for. */
function speak(send: (packet: Buffer) => void): NodeJS.Timeout {
  const begunAt = performance.now();
  const source = Math.floor(Math.random() * 0xffffffff);
  let sent = 0;

  return setInterval(() => {
    while (performance.now() - begunAt >= sent * PACKET_MS) {
      const header = Buffer.alloc(HEADER_BYTES);
      header.writeUInt8(0x80, 0);
      header.writeUInt8(TYPE.alaw, 1);
      header.writeUInt16BE(sent & 0xffff, 2);
      header.writeUInt32BE((sent * SAMPLES) >>> 0, 4);
      header.writeUInt32BE(source, 8);
      send(Buffer.concat([header, TONE]));
      sent += 1;
    }
  }, PACKET_MS);
}

function recent<Each extends { at: number }>(all: Each[]): Each[] {
  const since = performance.now() - MOMENT_MS;
  return all.filter((each) => each.at >= since);
}

function powerOf(payload: Buffer): number {
  return payload.reduce((sum, byte) => sum + decodeALaw(byte) ** 2, 0) / Math.max(1, payload.length);
}
