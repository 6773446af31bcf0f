export type DeviceRole = 'microphone' | 'speaker' | 'ringer';

/** Of this browser, not of the person: another computer has other devices. A null id is the system's own choice. */
export type AudioSettings = {
  microphoneId: string | null;
  speakerId: string | null;
  ringerId: string | null;
  /** What the chosen ones were called: a browser gives a device a new id when its data are cleared. */
  microphoneLabel: string;
  speakerLabel: string;
  ringerLabel: string;
  /** 0 to 1. */
  callVolume: number;
  ringVolume: number;
  echoCancellation: boolean;
  noiseSuppression: boolean;
  autoGainControl: boolean;
};

export const defaultAudioSettings: AudioSettings = {
  microphoneId: null,
  speakerId: null,
  ringerId: null,
  microphoneLabel: '',
  speakerLabel: '',
  ringerLabel: '',
  callVolume: 1,
  ringVolume: 0.8,
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
};

const KEY = 'offhook-audio';

let keptText: string | null = null;
let kept = defaultAudioSettings;
const listeners = new Set<() => void>();

/** The same object as long as nothing changes. */
export function readAudioSettings(): AudioSettings {
  const text = storedText();
  if (text !== keptText) {
    keptText = text;
    kept = parseAudioSettings(text);
  }
  return kept;
}

export function saveAudioSettings(change: Partial<AudioSettings>): void {
  kept = { ...readAudioSettings(), ...change };
  keptText = JSON.stringify(kept);
  try {
    localStorage.setItem(KEY, keptText);
  } catch {
    // A browser that forbids storage keeps them until the page is left.
    keptText = storedText();
  }
  for (const listener of listeners) listener();
}

/** Hears of changes made here and in other tabs. */
export function onAudioSettings(listener: () => void): () => void {
  const heard = (event: StorageEvent) => {
    if (event.key === KEY || event.key === null) listener();
  };
  listeners.add(listener);
  window.addEventListener('storage', heard);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', heard);
  };
}

/** What is stored may come from an older version, or a curious hand: each part that is not as it should be is the default. */
export function parseAudioSettings(text: string | null): AudioSettings {
  const stored = new Map(Object.entries(parsed(text)));
  const id = (key: string) => textOf(stored.get(key)) || null;
  const label = (key: string) => textOf(stored.get(key));
  const volume = (key: 'callVolume' | 'ringVolume') => {
    const value = stored.get(key);
    return typeof value === 'number' && value >= 0 && value <= 1 ? value : defaultAudioSettings[key];
  };
  const flag = (key: string) => stored.get(key) !== false;

  return {
    microphoneId: id('microphoneId'),
    speakerId: id('speakerId'),
    ringerId: id('ringerId'),
    microphoneLabel: label('microphoneLabel'),
    speakerLabel: label('speakerLabel'),
    ringerLabel: label('ringerLabel'),
    callVolume: volume('callVolume'),
    ringVolume: volume('ringVolume'),
    echoCancellation: flag('echoCancellation'),
    noiseSuppression: flag('noiseSuppression'),
    autoGainControl: flag('autoGainControl'),
  };
}

function parsed(text: string | null): object {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function storedText(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
