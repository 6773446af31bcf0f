import type { AudioSettings } from './audio-settings.ts';
import { type AudioDevice, choiceOf, deviceKey, findChosen } from './device-choice.ts';
import { type AudioProblem, microphoneProblem } from './microphone-problem.ts';
import type { SoundMeter } from './sound-meter.ts';

export type NoMicrophone = { ok: false; problem: AudioProblem };

/** What is asked of a MediaStreamTrack. */
export type SoundTrack<Track> = {
  readonly label: string;
  readonly readyState: 'live' | 'ended';
  enabled: boolean;
  getSettings(): { groupId?: string };
  clone(): Track;
  stop(): void;
  addEventListener(type: 'ended', listener: () => void): void;
};

/** One call's share of the microphone. */
export type MicrophoneShare<Track> = {
  ok: true;
  /** The one to send now. */
  readonly track: Track;
  /** A new track to send: another device was chosen, or the one in use was unplugged. */
  onTrack(listener: (track: Track) => void): () => void;
  onProblem(listener: (problem: AudioProblem) => void): () => void;
  /** How loud it is now, 0 to 1, muted or not. */
  level(): number;
  /** The last one to close turns the microphone off. */
  close(): void;
};

export type MicrophoneHub<Track> = { open(): Promise<MicrophoneShare<Track> | NoMicrophone>; level(): number | null };

type Dependencies<Track> = {
  getUserMedia(constraints: MediaStreamConstraints): Promise<Track>;
  /** False on a page that came over http from another computer: browsers keep devices from it. */
  hasDevices(): boolean;
  listMicrophones(): Promise<AudioDevice[]>;
  settings(): AudioSettings;
  /** Settings or devices may have changed. */
  onChange(listener: () => void): () => void;
  meterOf(track: Track): SoundMeter;
  report(problem: AudioProblem, device?: string): void;
  clear(): void;
};

type Source<Track> = { track: Track; key: string; meter: SoundMeter | null };
type Share<Track> = { take(source: Track): void; tell(problem: AudioProblem): void };

export function createMicrophoneHub<Track extends SoundTrack<Track>>(deps: Dependencies<Track>): MicrophoneHub<Track> {
  const shares = new Set<Share<Track>>();
  let source: Source<Track> | null = null;
  /** The calls have no live track: a device that comes brings good news. */
  let isDown = false;
  let stopFollowing: (() => void) | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  // Opening takes as long as a person needs to answer the browser's question: changes meanwhile wait for their turn.
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  }

  async function acquire(): Promise<{ ok: true; track: Track; key: string } | NoMicrophone> {
    if (!deps.hasDevices()) return { ok: false, problem: 'insecurePage' };

    const settings = deps.settings();
    const choice = choiceOf('microphone', settings);
    // Listing takes its time while a customer waits for the answer.
    const chosen = choice.id === null ? null : findChosen(await deps.listMicrophones(), choice);
    const got = await ask(chosen);
    if (!got.ok) return got;
    // Only now are ids and groups told.
    return { ...got, key: keyOf(await deps.listMicrophones(), settings) };
  }

  async function ask(device: AudioDevice | null): Promise<{ ok: true; track: Track } | NoMicrophone> {
    try {
      return { ok: true, track: await deps.getUserMedia({ audio: constraintsOf(deps.settings(), device) }) };
    } catch (error) {
      const problem = microphoneProblem(error);
      if (device && (problem === 'deviceGone' || problem === 'noMicrophone')) return ask(null);
      return { ok: false, problem: problem === 'deviceGone' ? 'noMicrophone' : problem };
    }
  }

  function use({ track, key }: { track: Track; key: string }): Track {
    dropSource();
    source = { track, key, meter: null };
    track.addEventListener('ended', () => void inTurn(follow));
    stopFollowing ??= deps.onChange(() => void inTurn(follow));
    return track;
  }

  function dropSource() {
    source?.meter?.stop();
    source?.track.stop();
    source = null;
  }

  function release() {
    dropSource();
    stopFollowing?.();
    stopFollowing = null;
    deps.clear();
  }

  /** Gives the calls another track where the one they have ended, or another device is to be used now. */
  async function follow() {
    if (!source || shares.size === 0) return;
    const { track, key } = source;
    const devices = await deps.listMicrophones();
    const isLive = track.readyState === 'live';
    if (isLive && key === keyOf(devices, deps.settings())) return;

    // A browser may tell of the device list before it ends the track.
    const isLost = !isLive || isUnplugged(track, devices);
    const got = await acquire();
    if (shares.size === 0) return got.ok && got.track.stop();
    if (!got.ok) return fail(got.problem);

    use(got);
    for (const share of shares) share.take(got.track);
    if (isLost && !isDown) tell('microphoneLost', got.track.label);
    else deps.clear();
    isDown = false;
  }

  function fail(problem: AudioProblem) {
    isDown = source?.track.readyState !== 'live';
    tell(problem);
  }

  function tell(problem: AudioProblem, device?: string) {
    deps.report(problem, device);
    for (const share of shares) share.tell(problem);
  }

  function level(): number | null {
    if (!source) return null;
    source.meter ??= deps.meterOf(source.track);
    return source.meter.level();
  }

  function share(from: Track): MicrophoneShare<Track> {
    const trackListeners = new Set<(track: Track) => void>();
    const problemListeners = new Set<(problem: AudioProblem) => void>();
    let track = from.clone();

    const mine: Share<Track> = {
      take(next) {
        track.stop();
        track = next.clone();
        for (const listener of trackListeners) listener(track);
      },
      tell(problem) {
        for (const listener of problemListeners) listener(problem);
      },
    };
    shares.add(mine);

    return {
      ok: true,
      get track() {
        return track;
      },
      onTrack: (listener) => listen(trackListeners, listener),
      onProblem: (listener) => listen(problemListeners, listener),
      level: () => level() ?? 0,
      close() {
        track.stop();
        if (shares.delete(mine) && shares.size === 0) release();
      },
    };
  }

  return {
    level,
    open: () =>
      inTurn(async () => {
        if (source?.track.readyState === 'live') return share(source.track);

        const got = await acquire();
        if (!got.ok) return got;
        isDown = false;
        return share(use(got));
      }),
  };
}

function isUnplugged(track: Pick<MediaStreamTrack, 'getSettings'>, devices: AudioDevice[]): boolean {
  const { groupId } = track.getSettings();
  return groupId !== undefined && !devices.some((each) => each.groupId === groupId);
}

function listen<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function constraintsOf(settings: AudioSettings, device: AudioDevice | null): MediaTrackConstraints {
  const { echoCancellation, noiseSuppression, autoGainControl } = settings;
  return {
    echoCancellation,
    noiseSuppression,
    autoGainControl,
    ...(device && { deviceId: { exact: device.id } }),
  };
}

function keyOf(devices: AudioDevice[], settings: AudioSettings): string {
  const { echoCancellation, noiseSuppression, autoGainControl } = settings;
  return [deviceKey(devices, choiceOf('microphone', settings)), echoCancellation, noiseSuppression, autoGainControl].join(' ');
}
