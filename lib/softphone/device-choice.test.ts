import { expect, test } from 'vitest';
import { deviceKey, findChosen, realDevices } from './device-choice.ts';

const system = { id: 'default', label: 'Default - Laptop', groupId: 'laptop' };
const laptop = { id: 'l', label: 'Laptop', groupId: 'laptop' };
const headset = { id: 'h', label: 'Headset', groupId: 'headset' };
const choosesHeadset = { id: 'h', label: 'Headset' };

test('the chosen device is found by its id', () => {
  expect(findChosen([system, laptop, headset], choosesHeadset)).toBe(headset);
});

test('a device whose id has changed is found by its name', () => {
  expect(findChosen([system, { ...headset, id: 'h2' }], choosesHeadset)).toMatchObject({ id: 'h2' });
});

test('an id goes before a name: two headsets may be called the same', () => {
  const twin = { ...headset, id: 'twin' };
  expect(findChosen([twin, headset], choosesHeadset)).toBe(headset);
});

test('a chosen device that is gone falls back to the default, and comes back', () => {
  expect(findChosen([system, laptop], choosesHeadset)).toBeNull();
  expect(findChosen([system, laptop, headset], choosesHeadset)).toBe(headset);
});

test('names that are not known yet match nothing', () => {
  expect(findChosen([{ id: '', label: '', groupId: '' }], { id: 'h', label: '' })).toBeNull();
});

test('the choices of the system are no devices', () => {
  expect(realDevices([system, { ...system, id: 'communications' }, laptop, { ...laptop, id: '' }])).toEqual([laptop]);
});

test('another device is used when the chosen one goes or comes, or the system changes its default', () => {
  const withHeadset = deviceKey([system, laptop, headset], choosesHeadset);
  const without = deviceKey([system, laptop], choosesHeadset);
  expect(withHeadset).not.toBe(without);
  expect(deviceKey([system, laptop, headset], { id: null, label: '' })).toBe(without);
  expect(deviceKey([{ ...system, groupId: 'headset' }, laptop, headset], { id: null, label: '' })).not.toBe(without);
});
