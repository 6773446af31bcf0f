import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onWake, type WakeUp } from './wake-up.ts';

let connection: EventTarget & { type?: string };
let page: EventTarget & { visibilityState: string };
let browserWindow: EventTarget;
let heard: WakeUp[];
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  connection = new EventTarget();
  page = Object.assign(new EventTarget(), { visibilityState: 'hidden' });
  browserWindow = new EventTarget();
  vi.stubGlobal('navigator', { connection });
  vi.stubGlobal('document', page);
  vi.stubGlobal('window', browserWindow);
  heard = [];
  connection.type = 'wifi';
  stop = onWake((why) => heard.push(why));
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const changed = (type?: string) => {
  connection.type = type;
  connection.dispatchEvent(new Event('change'));
};

test('another kind of connection is another way out', () => {
  changed('ethernet');
  changed('wifi');
  expect(heard).toEqual(['network', 'network']);
});

test('another guess of how fast the line is changes nothing', () => {
  changed('wifi');
  expect(heard).toEqual([]);
});

test('where the browser does not say what kind it is, it is looked whether everything still goes through', () => {
  stop();
  connection.type = undefined;
  stop = onWake((why) => heard.push(why));
  changed(undefined);
  expect(heard).toEqual(['awake']);
});

test('so is a network that is back', () => {
  browserWindow.dispatchEvent(new Event('online'));
  expect(heard).toEqual(['network']);
});

test('a computer that slept, and a tab that one comes back to, may have missed something', () => {
  vi.advanceTimersByTime(60_000);
  expect(heard).toEqual([]);
  vi.setSystemTime(Date.now() + 60_000);
  vi.advanceTimersByTime(5_000);
  expect(heard).toEqual(['awake']);
  page.visibilityState = 'visible';
  page.dispatchEvent(new Event('visibilitychange'));
  expect(heard).toEqual(['awake', 'awake']);
});

test('once stopped, nothing is told', () => {
  stop();
  changed('cellular');
  browserWindow.dispatchEvent(new Event('online'));
  vi.setSystemTime(Date.now() + 60_000);
  vi.advanceTimersByTime(60_000);
  expect(heard).toEqual([]);
});
