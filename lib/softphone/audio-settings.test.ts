import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  defaultAudioSettings,
  onAudioSettings,
  parseAudioSettings,
  readAudioSettings,
  saveAudioSettings,
} from './audio-settings.ts';

function fakeStorage(): Pick<Storage, 'getItem' | 'setItem' | 'clear'> {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    clear: () => items.clear(),
  };
}

beforeEach(() => {
  vi.stubGlobal('localStorage', fakeStorage());
  vi.stubGlobal('window', new EventTarget());
});
afterEach(() => void vi.unstubAllGlobals());

describe('what is stored', () => {
  test.each([null, '', 'no json', 'null', '[]', '7', '{"callVolume":"loud","ringVolume":9,"microphoneId":{}}'])(
    '%s is read as the defaults',
    (text) => expect(parseAudioSettings(text)).toEqual(defaultAudioSettings),
  );

  test('silence and full volume are volumes', () => {
    expect(parseAudioSettings('{"callVolume":0,"ringVolume":1}')).toMatchObject({ callVolume: 0, ringVolume: 1 });
  });

  test('what is right stands beside what is not', () => {
    const stored = JSON.stringify({ ringerId: 'desk', noiseSuppression: false, callVolume: -1 });
    expect(parseAudioSettings(stored)).toEqual({ ...defaultAudioSettings, ringerId: 'desk', noiseSuppression: false });
  });
});

test('[S2.8b] what is saved is read again, and told to who listens', () => {
  const heard = vi.fn();
  const stop = onAudioSettings(heard);

  saveAudioSettings({ ringerId: 'desk', ringVolume: 0.3 });
  expect(readAudioSettings()).toEqual({ ...defaultAudioSettings, ringerId: 'desk', ringVolume: 0.3 });
  expect(readAudioSettings()).toBe(readAudioSettings());
  expect(heard).toHaveBeenCalledTimes(1);

  stop();
  saveAudioSettings({ ringerId: null });
  expect(heard).toHaveBeenCalledTimes(1);
});

test('another tab that saves them is heard here', () => {
  const heard = vi.fn();
  onAudioSettings(heard);
  localStorage.setItem('offhook-audio', '{"callVolume":0.5}');
  window.dispatchEvent(Object.assign(new Event('storage'), { key: 'offhook-audio' }));
  window.dispatchEvent(Object.assign(new Event('storage'), { key: 'something else' }));

  expect(heard).toHaveBeenCalledTimes(1);
  expect(readAudioSettings().callVolume).toBe(0.5);
});

test('a browser that forbids storage keeps them for the page', () => {
  const forbid = () => {
    throw new DOMException('no', 'SecurityError');
  };
  vi.stubGlobal('localStorage', { getItem: forbid, setItem: forbid });

  saveAudioSettings({ callVolume: 0.2 });
  expect(readAudioSettings().callVolume).toBe(0.2);
});
