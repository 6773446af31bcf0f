import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { buildSipCalls } from './build-sip-calls.ts';

let sip: ReturnType<typeof buildSipCalls>;

beforeEach(() => {
  sip = buildSipCalls();
});

const done = { ok: true, data: undefined };

describe('the PBX does not hold the call that is up', () => {
  test('nobody is dialled, and the call goes on', async () => {
    const current = await sip.talking();
    sip.line.renegotiates(current, 'refused');
    expect(await sip.phone.dial('600100102', null)).toMatchObject({ reason: 'notHeld' });
    expect(sip.sounds()).toEqual([`${current} both ways`]);
    expect(sip.line.asked.filter((each) => each.startsWith('release'))).toHaveLength(1);
  });

  test('one on hold is not taken up', async () => {
    const first = await sip.talking();
    const second = await sip.talking();
    sip.line.renegotiates(second, 'refused');
    expect(await sip.phone.setHeld(first, false)).toMatchObject({ reason: 'notHeld' });
    expect(sip.shown()).toEqual([`${first} held`, `${second} heard`]);
    expect(sip.line.sound(second)).toBe('both ways');
  });

  test('who rings is answered all the same; the other is set aside, shown as paused, until it can be held', async () => {
    const first = await sip.talking();
    sip.line.renegotiates(first, 'refused');
    const second = sip.line.ring();
    expect(await sip.phone.answer(second)).toEqual(done);
    expect(sip.shown()).toEqual([`${first} paused`, `${second} heard`]);
    expect(sip.sounds()).toEqual([`${first} silent`, `${second} both ways`]);

    sip.line.renegotiates(first, 'accepted');
    sip.line.comesBack();
    await vi.waitFor(() => expect(sip.shown()).toEqual([`${first} held`, `${second} heard`]));
  });

  test('once the one that was answered is over, one is back in the other', async () => {
    const first = await sip.talking();
    sip.line.renegotiates(first, 'refused');
    const second = sip.line.ring();
    await sip.phone.answer(second);
    await sip.phone.hangUp(second);
    expect(sip.shown()).toEqual([`${first} heard`]);
    expect(sip.sounds()).toEqual([`${first} both ways`]);
  });

  test('[S0.7] whoever had paused it finds it paused', async () => {
    const first = await sip.talking();
    await sip.phone.setMuted(first, true);
    sip.line.renegotiates(first, 'refused');
    const second = sip.line.ring();
    await sip.phone.answer(second);
    sip.line.renegotiates(first, 'accepted');
    sip.line.comesBack();
    await vi.waitFor(() => expect(sip.shown()[0]).toBe(`${first} held`));
    await sip.phone.hangUp(second);
    await sip.phone.setHeld(first, false);
    expect(sip.shown()).toEqual([`${first} paused`]);
    expect(sip.sounds()).toEqual([`${first} listening`]);
  });

  test('unpausing it is taking it up: the one that was answered goes on hold', async () => {
    const first = await sip.talking();
    sip.line.renegotiates(first, 'refused');
    const second = sip.line.ring();
    await sip.phone.answer(second);
    expect(await sip.phone.setMuted(first, false)).toEqual(done);
    expect(sip.shown()).toEqual([`${first} heard`, `${second} held`]);
    expect(sip.line.sound(first)).toBe('both ways');
  });
});

describe('the PBX takes its time to hold', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('a hold under way is waited for by whoever dials', async () => {
    const first = await sip.talking();
    const settle = sip.isSlow(first);
    void sip.phone.setHeld(first, true);
    const dialling = sip.phone.dial('600100102', null);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sip.state().calls).toHaveLength(1);
    settle('refused');
    expect(await dialling).toMatchObject({ reason: 'notHeld' });
    expect(sip.sounds()).toEqual([`${first} both ways`]);
  });

  test('a hold under way that is refused leaves no voice in the other call', async () => {
    const first = await sip.talking();
    const settle = sip.isSlow(first);
    void sip.phone.setHeld(first, true);
    const second = sip.line.ring();
    const answering = sip.phone.answer(second);
    await vi.advanceTimersByTimeAsync(1_000);
    settle('refused');
    await answering;
    expect(sip.sounds()).toEqual([`${first} silent`, `${second} both ways`]);
    expect(sip.shown()).toEqual([`${first} paused`, `${second} heard`]);
  });

  test('a hold that is agreed after nobody waited for it any more stays, while one talks to somebody else', async () => {
    const first = await sip.talking();
    const settle = sip.isSlow(first);
    const second = sip.line.ring();
    const answering = sip.phone.answer(second);
    await vi.advanceTimersByTimeAsync(8_000);
    await answering;
    expect(sip.shown()).toEqual([`${first} paused`, `${second} heard`]);

    settle('accepted');
    await vi.advanceTimersByTimeAsync(0);
    expect(sip.shown()).toEqual([`${first} held`, `${second} heard`]);
    expect(sip.sounds()).toEqual([`${first} silent`, `${second} both ways`]);
    expect(sip.line.asked.filter((each) => each === `resume ${first}`)).toEqual([]);
  });
});

describe('the call that the operator talks in', () => {
  test('is the one answered last, and the one taken up', async () => {
    const first = await sip.talking();
    const second = await sip.talking();
    expect(sip.state().focus).toBe(second);
    await sip.phone.setHeld(first, false);
    expect(sip.state().focus).toBe(first);
    await sip.phone.hangUp(first);
    expect(sip.state().focus).toBeNull();
  });

  test('one on hold gives way to whom one dialled: they are heard ringing, and talked to', async () => {
    const caller = await sip.talking();
    const asked = await sip.dialled('103');
    await sip.phone.setHeld(caller, false);
    expect(sip.line.sound(asked)).toBe('silent');
    await sip.phone.setHeld(caller, true);
    expect(sip.line.sound(asked)).not.toBe('silent');

    sip.line.answers(asked);
    expect(sip.shown()).toEqual([`${caller} held`, `${asked} heard`]);
    expect(sip.line.sound(asked)).toBe('both ways');
  });

  test('whom one dialled is heard ringing again once the one answered meanwhile is over', async () => {
    const vera = await sip.dialled();
    const customer = await sip.talking();
    await sip.phone.hangUp(customer);
    expect(sip.line.sound(vera)).not.toBe('silent');
    expect(sip.state().focus).toBe(vera);
  });

  test('a call whose hold is refused after the other one is over is talked in again', async () => {
    const first = await sip.talking();
    const settle = sip.isSlow(first);
    const second = sip.line.ring();
    const answering = sip.phone.answer(second);
    await vi.waitFor(() => expect(sip.state().focus).toBe(second));
    await sip.phone.hangUp(second);
    settle('refused');
    await answering;
    expect(sip.shown()).toEqual([`${first} heard`]);
    expect(sip.sounds()).toEqual([`${first} both ways`]);
  });

  test('nobody is dialled into a call that was answered while the other was put on hold', async () => {
    const first = await sip.talking();
    const settle = sip.isSlow(first);
    const dialling = sip.phone.dial('600100102', null);
    const second = sip.line.ring();
    const answering = sip.phone.answer(second);
    await vi.waitFor(() => expect(sip.state().focus).toBe(second));
    settle('accepted');
    expect(await dialling).toMatchObject({ reason: 'notHeld' });
    await answering;
    expect(sip.shown()).toEqual([`${first} held`, `${second} heard`]);
  });
});

describe('whom one dialled answers while one talks to somebody else', () => {
  test('they wait on hold', async () => {
    const vera = await sip.dialled();
    const customer = await sip.talking();
    sip.line.answers(vera);
    await vi.waitFor(() => expect(sip.shown()).toEqual([`${vera} held`, `${customer} heard`]));
    expect(sip.sounds()).toEqual([`${vera} silent`, `${customer} both ways`]);
  });

  test('what the PBX plays before that is heard, but not beside a call', async () => {
    const vera = await sip.dialled();
    expect(sip.line.sound(vera)).toMatch(/both ways|listening/);
    await sip.talking();
    expect(sip.line.sound(vera)).toBe('silent');
  });
});

test('an invitation that cannot be sent leaves the call that is up as it was', async () => {
  const current = await sip.talking();
  sip.line.outcomes.isSent = false;
  expect(await sip.phone.dial('600100102', null)).toMatchObject({ reason: 'unavailable' });
  expect(sip.shown()).toEqual([`${current} heard`]);
  expect(sip.sounds()).toEqual([`${current} both ways`]);
});

test('a call that ends while it is put on hold says so', async () => {
  const id = await sip.talking();
  const settle = sip.isSlow(id);
  const holding = sip.phone.setHeld(id, true);
  sip.line.isOver(id);
  settle('refused');
  expect(await holding).toMatchObject({ reason: 'callEnded' });
});

test('a phone that is put away ends its calls and lets go of each microphone', async () => {
  const vera = await sip.dialled();
  const customer = await sip.talking();
  await sip.phone.stop();
  for (const id of [vera, customer]) expect(sip.line.asked).toContain(`release ${id}`);
  expect(sip.line.asked.at(-1)).toBe('stop');
});
