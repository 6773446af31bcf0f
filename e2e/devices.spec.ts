import type { Page } from '@playwright/test';
import { CALLERS, EXTENSIONS, LINES } from '../scripts/call/demo-world.ts';
import { answer, currentCall, incomingCall, sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { countSounds, soundsOf } from './tabs.ts';

const atOlga = { line: LINES.deliveryHotline, extensions: [EXTENSIONS.olga] };

function devices(page: Page) {
  return page.getByRole('region', { name: 'Devices', exact: true });
}

/** The microphone fails as a browser tells it. */
async function failMicrophone(page: Page, error: string): Promise<void> {
  await page.addInitScript((name) => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', name));
  }, error);
}

/** From the next page on, the track that the microphone gave last can be asked for. */
async function keepTracks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      const stream = await open(constraints);
      Object.assign(window, { heard: stream.getAudioTracks()[0] });
      return stream;
    };
  });
}

/** Ends the track as a browser does when its device goes. */
async function unplug(page: Page): Promise<void> {
  await page.evaluate(() => {
    const track = Reflect.get(window, 'heard');
    track.stop();
    track.dispatchEvent(new Event('ended'));
  });
}

/** Allows the microphone and shows that it hears. */
async function checkMicrophone(page: Page): Promise<void> {
  await devices(page)
    .getByRole('button', { name: /^(Allow|Check) the microphone$/ })
    .click();
  await expect(devices(page).getByRole('meter', { name: 'Microphone level' })).toBeVisible();
}

test('[S2.2] [S2.8b] microphone, speaker and ringer are chosen one by one and remembered', async ({ olga }) => {
  await sitDown(olga, '/settings');
  await checkMicrophone(olga);
  const chosen: Record<string, string> = {};

  for (const [name, index] of [
    ['Microphone', 1],
    ['Speaker', 1],
    ['Ringer', 2],
  ] as const) {
    const select = devices(olga).getByRole('combobox', { name, exact: true });
    await select.selectOption({ index });
    chosen[name] = await select.inputValue();
  }
  await devices(olga).getByRole('slider', { name: 'Ring volume' }).fill('35');
  await devices(olga).getByRole('checkbox', { name: 'Remove background noise' }).uncheck();

  await olga.reload();
  await checkMicrophone(olga);
  for (const [name, value] of Object.entries(chosen)) {
    await expect(devices(olga).getByRole('combobox', { name, exact: true })).toHaveValue(value);
  }
  await expect(devices(olga).getByRole('slider', { name: 'Ring volume' })).toHaveValue('35');
  await expect(devices(olga).getByRole('checkbox', { name: 'Remove background noise' })).not.toBeChecked();
});

test('the level moves while the microphone hears something, and the microphone is off afterwards', async ({ olga }) => {
  await keepTracks(olga);
  await sitDown(olga, '/settings');
  await checkMicrophone(olga);

  const meter = devices(olga).getByRole('meter', { name: 'Microphone level' });
  const levels = new Set<string | null>();
  await expect
    .poll(async () => levels.add(await meter.getAttribute('aria-valuenow')).size, { intervals: [50] })
    .toBeGreaterThan(2);

  await devices(olga).getByRole('button', { name: 'Check the microphone' }).click();
  await expect(meter).toBeHidden();
  expect(await olga.evaluate(() => Reflect.get(window, 'heard').readyState)).toBe('ended');
});

for (const [error, sentence] of [
  ['NotAllowedError', /not allowed.*reload/],
  ['NotFoundError', /No microphone was found/],
  ['NotReadableError', /Another program/],
] as const) {
  test(`a microphone that fails with ${error} has a sentence that says what to do`, async ({ olga }) => {
    await failMicrophone(olga, error);
    await sitDown(olga, '/settings');
    await devices(olga)
      .getByRole('button', { name: /the microphone$/ })
      .click();
    await expect(devices(olga).getByRole('alert')).toContainText(sentence);
  });
}

test('[S2.8b] a device that is plugged in appears at once; a chosen one that is away is said to be away', async ({ olga }) => {
  await olga.addInitScript(() => {
    localStorage.setItem('offhook-audio', JSON.stringify({ microphoneId: 'gone', microphoneLabel: 'Old headset' }));
    const list = navigator.mediaDevices.enumerateDevices.bind(navigator.mediaDevices);
    navigator.mediaDevices.enumerateDevices = async () => {
      const all = await list();
      const [pattern] = all;
      const plugged: unknown = Reflect.get(window, 'plugged');
      if (typeof plugged !== 'string' || !pattern) return all;
      const device = { deviceId: 'new', groupId: 'new', kind: 'audioinput' as const, label: plugged, toJSON: () => ({}) };
      return [...all, device];
    };
  });
  await sitDown(olga, '/settings');
  const select = devices(olga).getByRole('combobox', { name: 'Microphone', exact: true });
  await expect(select.getByRole('option', { selected: true })).toHaveText('Old headset (not plugged in)');
  await expect(devices(olga)).toContainText('used until it is back');

  await olga.evaluate(() => {
    Object.assign(window, { plugged: 'Old headset' });
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
  });
  await expect(select.getByRole('option', { selected: true })).toHaveText('Old headset');
});

test('the test sounds sound', async ({ olga }) => {
  await countSounds(olga.context());
  await sitDown(olga, '/settings');
  await devices(olga).getByRole('button', { name: 'Play test sound on the ringer' }).click();
  await expect.poll(() => soundsOf(olga)).toBe(1);
  await devices(olga).getByRole('button', { name: 'Play test sound on the speaker' }).click();
  await expect.poll(() => soundsOf(olga)).toBe(2);
});

test('[S0.7a] who speaks while muted is told so, and no more once they are heard', async ({ olga, pbx }) => {
  // The made-up microphone only beeps; this one goes on and on.
  await olga.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = async () => {
      const context = new AudioContext();
      const voice = context.createOscillator();
      const heard = context.createMediaStreamDestination();
      voice.connect(heard);
      voice.start();
      return heard.stream;
    };
  });
  await sitDown(olga, '/settings');
  await checkMicrophone(olga);
  // Nothing opens until it is chosen who calls: the page that has the microphone open stays.
  await pbx.ring({ from: CALLERS.kowalski.number, ...atOlga });
  await answer(olga);
  await expect(olga.getByRole('dialog', { name: 'Choose the customer' })).toBeVisible();
  const pause = currentCall(olga).getByRole('button', { name: 'Pause' });

  await pause.click();
  await expect(currentCall(olga).getByRole('alert')).toContainText('You are muted');
  await pause.click();
  await expect(currentCall(olga).getByText('You are muted')).toBeHidden();
});

test('[S0.7a] a practice phone hears nothing, and warns of nothing', async ({ olga, pbx }) => {
  await sitDown(olga);
  await pbx.ring({ from: CALLERS.ewa.number, ...atOlga });
  await answer(olga);
  await currentCall(olga).getByRole('button', { name: 'Pause' }).click();
  await expect(currentCall(olga)).toContainText('does not hear you');
  await expect(currentCall(olga).getByText('You are muted')).toBeHidden();
});

test('[S2.8b] a headset that is unplugged in use is told in the dock, with what goes on instead', async ({ olga }) => {
  await keepTracks(olga);
  await sitDown(olga, '/settings');
  await checkMicrophone(olga);

  await unplug(olga);

  const dock = olga.getByRole('complementary', { name: 'Phone' });
  await expect(dock.getByRole('alert')).toContainText(/unplugged.*goes on with Fake/);
  await expect(dock.getByRole('link', { name: 'Devices' })).toHaveAttribute('href', '/settings#devices');
  await expect(devices(olga).getByRole('meter', { name: 'Microphone level' })).toBeVisible();
  await dock.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(dock.getByRole('alert')).toBeEmpty();
});

test('[S2.8b] devices are changed in the middle of a call, where one is', async ({ olga, pbx }) => {
  await sitDown(olga);
  await pbx.ring({ from: CALLERS.ewa.number, ...atOlga });
  await answer(olga);
  await expect(olga).toHaveURL(/\/deliveries\/new/);
  await currentCall(olga).getByRole('button', { name: 'Devices' }).click();

  await expect(currentCall(olga).getByRole('combobox', { name: 'Microphone' })).toBeVisible();
  await expect(currentCall(olga).getByRole('combobox', { name: 'Speaker' })).toBeVisible();
  await expect(currentCall(olga).getByRole('link', { name: 'All device settings' })).toHaveAttribute('href', '/settings#devices');
});

test('sound is turned on once at the beginning of a shift, not when the first call rings', async ({ olga, pbx }) => {
  await olga.addInitScript(() => Object.defineProperty(navigator, 'userActivation', { value: { hasBeenActive: false } }));
  await countSounds(olga.context());
  await sitDown(olga);
  const dock = olga.getByRole('complementary', { name: 'Phone' });
  await dock.getByRole('button', { name: 'Turn on sound' }).click();
  await expect(dock.getByRole('button', { name: 'Turn on sound' })).toBeHidden();

  await pbx.ring({ from: CALLERS.ewa.number, ...atOlga });
  await expect(incomingCall(olga)).toBeVisible();
  await expect.poll(() => soundsOf(olga)).toBe(1);
  await expect(dock.getByRole('button', { name: 'Turn on sound' })).toBeHidden();
});
