import { expect, test, vi } from 'vitest';
import { type AudioSettings, defaultAudioSettings } from './audio-settings.ts';
import type { AudioDevice } from './device-choice.ts';
import { createMicrophoneHub, type MicrophoneShare, type NoMicrophone } from './microphone-hub.ts';
import { microphoneProblem } from './microphone-problem.ts';

const laptop = { id: 'l', label: 'Laptop', groupId: 'laptop' };
const headset = { id: 'h', label: 'Headset', groupId: 'headset' };
const onHeadset = { microphoneId: 'h', microphoneLabel: 'Headset' };

type FakeTrack = {
  label: string;
  readyState: 'live' | 'ended';
  enabled: boolean;
  getSettings(): { groupId: string };
  clone(): FakeTrack;
  stop(): void;
  addEventListener(type: 'ended', listener: () => void): void;
  unplug(): void;
};

/** A computer with microphones, a browser that may refuse them, and what the desk was told. */
function computer({ devices, settings = {} }: { devices: AudioDevice[]; settings?: Partial<AudioSettings> }) {
  const opened: FakeTrack[] = [];
  const told: (string | undefined)[][] = [];
  let changed = () => {};
  const here = {
    devices,
    settings: { ...defaultAudioSettings, ...settings },
    refusal: null as string | null,
    opened,
    told,
    change(change: { devices?: AudioDevice[]; settings?: Partial<AudioSettings> }) {
      here.devices = change.devices ?? here.devices;
      here.settings = { ...here.settings, ...change.settings };
      changed();
    },
  };

  const hub = createMicrophoneHub<FakeTrack>({
    async getUserMedia({ audio }) {
      if (here.refusal) throw new DOMException('no', here.refusal);
      const wanted = typeof audio === 'object' ? audio.deviceId : undefined;
      const id = typeof wanted === 'object' && 'exact' in wanted ? wanted.exact : here.devices[0]?.id;
      const device = here.devices.find((each) => each.id === id);
      if (!device) throw new DOMException('no', wanted ? 'OverconstrainedError' : 'NotFoundError');
      const track = fakeTrack(device);
      opened.push(track);
      return track;
    },
    hasDevices: () => true,
    listMicrophones: async () => here.devices,
    settings: () => here.settings,
    onChange(listener) {
      changed = listener;
      return () => {
        changed = () => {};
      };
    },
    meterOf: () => ({ level: () => 0.5, stop: vi.fn() }),
    report: (...words) => void told.push(words),
    clear: () => void told.push([]),
  });
  return Object.assign(here, { hub });
}

function fakeTrack(device: AudioDevice): FakeTrack {
  const ended = new Set<() => void>();
  let readyState: 'live' | 'ended' = 'live';
  return {
    label: device.label,
    enabled: true,
    get readyState() {
      return readyState;
    },
    getSettings: () => ({ groupId: device.groupId }),
    clone: () => fakeTrack(device),
    stop() {
      readyState = 'ended';
    },
    addEventListener: (_, listener) => void ended.add(listener),
    unplug() {
      readyState = 'ended';
      for (const listener of ended) listener();
    },
  };
}

function opened(answer: MicrophoneShare<FakeTrack> | NoMicrophone): MicrophoneShare<FakeTrack> {
  if (!answer.ok) throw new Error(answer.problem);
  return answer;
}

test('several calls share one microphone, and the last to close turns it off', async () => {
  const here = computer({ devices: [laptop] });
  const [first, second] = (await Promise.all([here.hub.open(), here.hub.open()])).map(opened);

  expect(here.opened).toHaveLength(1);
  first?.close();
  expect(here.opened[0]?.readyState).toBe('live');
  second?.close();
  second?.close();
  expect(here.opened[0]?.readyState).toBe('ended');
  expect(here.hub.level()).toBeNull();

  const third = opened(await here.hub.open());
  expect(here.opened).toHaveLength(2);
  expect(third.track.readyState).toBe('live');
});

test('[S0.7a] a call sends a track of its own: muting it mutes no other, and the level is still heard', async () => {
  const here = computer({ devices: [laptop] });
  const [talking, held] = [opened(await here.hub.open()), opened(await here.hub.open())];
  held.track.enabled = false;

  expect([talking.track.enabled, held.track.enabled]).toEqual([true, false]);
  expect(held.level()).toBe(0.5);
});

test('[S2.8b] another microphone chosen in a call gives the call a new track', async () => {
  const here = computer({ devices: [laptop, headset] });
  const call = opened(await here.hub.open());
  const tracks = vi.fn();
  call.onTrack(tracks);

  here.change({ settings: onHeadset });
  await vi.waitFor(() => expect(tracks).toHaveBeenCalledTimes(1));

  expect(call.track).toMatchObject({ label: 'Headset' });
  expect(tracks).toHaveBeenCalledWith(call.track);
  expect(here.opened[0]?.readyState).toBe('ended');
});

test('a headset unplugged in a call: the call goes on with what is left, the desk is told, and it comes back', async () => {
  const here = computer({ devices: [laptop, headset], settings: onHeadset });
  const call = opened(await here.hub.open());
  const problems = vi.fn();
  call.onProblem(problems);

  here.devices = [laptop];
  here.opened[0]?.unplug();
  await vi.waitFor(() => expect(call.track.label).toBe('Laptop'));
  expect(problems).toHaveBeenCalledWith('microphoneLost');
  expect(here.told).toEqual([['microphoneLost', 'Laptop']]);

  here.change({ devices: [laptop, headset] });
  await vi.waitFor(() => expect(call.track.label).toBe('Headset'));
  expect(here.told.at(-1)).toEqual([]);
});

test('a list of devices that is told before the track ends counts as unplugged too, once', async () => {
  const here = computer({ devices: [laptop, headset], settings: onHeadset });
  const call = opened(await here.hub.open());

  here.change({ devices: [laptop] });
  here.opened[0]?.unplug();
  await vi.waitFor(() => expect(call.track.label).toBe('Laptop'));
  await here.hub.open();

  expect(here.told).toEqual([['microphoneLost', 'Laptop']]);
  expect(here.opened).toHaveLength(2);
});

test('the only microphone unplugged in a call is told, and taken up again when it is back', async () => {
  const here = computer({ devices: [headset] });
  const call = opened(await here.hub.open());
  const before = call.track;

  here.devices = [];
  here.opened[0]?.unplug();
  await vi.waitFor(() => expect(here.told).toEqual([['noMicrophone', undefined]]));

  here.change({ devices: [headset] });
  await vi.waitFor(() => expect(here.told.at(-1)).toEqual([]));
  expect(here.opened.at(-1)?.readyState).toBe('live');
  expect(call.track).not.toBe(before);
});

test('what does not concern the microphone changes nothing', async () => {
  const here = computer({ devices: [laptop] });
  opened(await here.hub.open());
  here.change({ settings: { ringVolume: 0.1 } });
  await here.hub.open();
  expect(here.opened).toHaveLength(1);
});

test('a chosen microphone that is away opens the default', async () => {
  const here = computer({ devices: [laptop], settings: onHeadset });
  expect(opened(await here.hub.open()).track.label).toBe('Laptop');
});

test.each([
  ['NotAllowedError', 'microphoneRefused'],
  ['SecurityError', 'microphoneRefused'],
  ['NotFoundError', 'noMicrophone'],
  ['NotReadableError', 'microphoneBusy'],
  ['AbortError', 'microphoneBusy'],
  ['OverconstrainedError', 'noMicrophone'],
])('%s is %s', async (name, problem) => {
  const here = computer({ devices: [laptop] });
  here.refusal = name;
  expect(await here.hub.open()).toEqual({ ok: false, problem });
});

test('a device that is gone is another thing than no device', () => {
  expect(microphoneProblem(new DOMException('no', 'OverconstrainedError'))).toBe('deviceGone');
  expect(microphoneProblem('anything')).toBe('microphoneBusy');
});

test('a refusal keeps nothing: the next call asks again', async () => {
  const here = computer({ devices: [laptop] });
  here.refusal = 'NotAllowedError';
  await here.hub.open();
  here.refusal = null;
  expect((await here.hub.open()).ok).toBe(true);
});
