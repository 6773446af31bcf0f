import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createFakeLine } from './fake-line.ts';
import type { Renegotiated } from './negotiation.ts';
import { createSipCalls, type SipCalls } from './sip-calls.ts';
import { initialSipState, nextSipState, type SipState } from './sip-state.ts';

let line: ReturnType<typeof createFakeLine>;
let phone: SipCalls;
let state: SipState;

const account = {
  server: 'wss://pbx.test/ws',
  domain: 'pbx.test',
  login: '101',
  extension: '101',
  secret: { ha1: 'h' },
  iceServers: [],
};

beforeEach(() => {
  line = createFakeLine();
  state = initialSipState;
  phone = createSipCalls(account, {
    openLine: line.openLine,
    audio: line.audio,
    nowMs: () => 1_000,
    tell: (event) => {
      state = nextSipState(state, event);
    },
  });
});

const phases = () => state.calls.map(({ id, phase, isHeld }) => `${id} ${isHeld ? 'held' : phase}`);
const done = { ok: true, data: undefined };

async function talking(): Promise<string> {
  const id = line.ring();
  await phone.answer(id);
  return id;
}

describe('one phone, one voice at a time', () => {
  test('[S0.6] Answer talks, and holds the call that was up', async () => {
    const first = await talking();
    const second = line.ring();
    expect(phases()).toEqual([`${first} talking`, `${second} ringing`]);

    expect(await phone.answer(second)).toEqual(done);
    expect(phases()).toEqual([`${first} held`, `${second} talking`]);
  });

  test('taking one off hold holds the other before', async () => {
    const first = await talking();
    const second = await talking();
    await phone.setHeld(first, false);
    expect(phases()).toEqual([`${first} talking`, `${second} held`]);
    expect(line.asked.slice(-2)).toEqual([`hold ${second}`, `resume ${first}`]);
  });

  test('dialling holds, unless there is nothing to dial', async () => {
    const current = await talking();
    expect(await phone.dial('12a', null)).toMatchObject({ reason: 'numberInvalid' });
    expect(phases()).toEqual([`${current} talking`]);

    expect(await phone.dial('+48 600 100 102', '+48221000001')).toMatchObject({ ok: true });
    expect(line.asked).toContain('dial +48600100102 as +48221000001');
    expect(phases()[0]).toBe(`${current} held`);
  });

  test('a hold that the PBX refuses is none', async () => {
    const id = await talking();
    line.renegotiates(id, 'refused');
    expect(await phone.setHeld(id, true)).toMatchObject({ reason: 'unavailable' });
    expect(phases()).toEqual([`${id} talking`]);
  });
});

async function dialled(number = '600100102'): Promise<string> {
  const answer = await phone.dial(number, null);
  return answer.ok ? answer.data.id : '';
}

const shown = () => state.calls.map(({ id, isHeld, isMuted }) => `${id} ${isHeld ? 'held' : isMuted ? 'paused' : 'heard'}`);
const sounds = () => state.calls.map(({ id }) => `${id} ${line.sound(id)}`);

/** The PBX is slow: what is asked of a call is answered when the test says so. */
function isSlow(id: string): (outcome: Renegotiated) => void {
  let settle: (outcome: Renegotiated) => void = () => undefined;
  line.renegotiates(
    id,
    new Promise((resolve) => {
      settle = resolve;
    }),
  );
  return (outcome) => {
    line.renegotiates(id, outcome);
    settle(outcome);
  };
}

describe('the PBX does not hold the call that is up', () => {
  test('nobody is dialled, and the call goes on', async () => {
    const current = await talking();
    line.renegotiates(current, 'refused');
    expect(await phone.dial('600100102', null)).toMatchObject({ reason: 'notHeld' });
    expect(sounds()).toEqual([`${current} both ways`]);
    expect(line.asked.filter((each) => each.startsWith('release'))).toHaveLength(1);
  });

  test('one on hold is not taken up', async () => {
    const first = await talking();
    const second = await talking();
    line.renegotiates(second, 'refused');
    expect(await phone.setHeld(first, false)).toMatchObject({ reason: 'notHeld' });
    expect(shown()).toEqual([`${first} held`, `${second} heard`]);
    expect(line.sound(second)).toBe('both ways');
  });

  test('who rings is answered all the same; the other is set aside, shown as paused, until it can be held', async () => {
    const first = await talking();
    line.renegotiates(first, 'refused');
    const second = line.ring();
    expect(await phone.answer(second)).toEqual(done);
    expect(shown()).toEqual([`${first} paused`, `${second} heard`]);
    expect(sounds()).toEqual([`${first} silent`, `${second} both ways`]);

    line.renegotiates(first, 'accepted');
    line.comesBack();
    await vi.waitFor(() => expect(shown()).toEqual([`${first} held`, `${second} heard`]));
  });

  test('once the one that was answered is over, one is back in the other', async () => {
    const first = await talking();
    line.renegotiates(first, 'refused');
    const second = line.ring();
    await phone.answer(second);
    await phone.hangUp(second);
    expect(shown()).toEqual([`${first} heard`]);
    expect(sounds()).toEqual([`${first} both ways`]);
  });

  test('[S0.7] whoever had paused it finds it paused', async () => {
    const first = await talking();
    await phone.setMuted(first, true);
    line.renegotiates(first, 'refused');
    const second = line.ring();
    await phone.answer(second);
    line.renegotiates(first, 'accepted');
    line.comesBack();
    await vi.waitFor(() => expect(shown()[0]).toBe(`${first} held`));
    await phone.hangUp(second);
    await phone.setHeld(first, false);
    expect(shown()).toEqual([`${first} paused`]);
    expect(sounds()).toEqual([`${first} listening`]);
  });

  test('unpausing it is taking it up: the one that was answered goes on hold', async () => {
    const first = await talking();
    line.renegotiates(first, 'refused');
    const second = line.ring();
    await phone.answer(second);
    expect(await phone.setMuted(first, false)).toEqual(done);
    expect(shown()).toEqual([`${first} heard`, `${second} held`]);
    expect(line.sound(first)).toBe('both ways');
  });
});

describe('the PBX takes its time to hold', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('a hold under way is waited for by whoever dials', async () => {
    const first = await talking();
    const settle = isSlow(first);
    void phone.setHeld(first, true);
    const dialling = phone.dial('600100102', null);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(state.calls).toHaveLength(1);
    settle('refused');
    expect(await dialling).toMatchObject({ reason: 'notHeld' });
    expect(sounds()).toEqual([`${first} both ways`]);
  });

  test('a hold under way that is refused leaves no voice in the other call', async () => {
    const first = await talking();
    const settle = isSlow(first);
    void phone.setHeld(first, true);
    const second = line.ring();
    const answering = phone.answer(second);
    await vi.advanceTimersByTimeAsync(1_000);
    settle('refused');
    await answering;
    expect(sounds()).toEqual([`${first} silent`, `${second} both ways`]);
    expect(shown()).toEqual([`${first} paused`, `${second} heard`]);
  });

  test('a hold that is agreed after nobody waited for it any more stays, while one talks to somebody else', async () => {
    const first = await talking();
    const settle = isSlow(first);
    const second = line.ring();
    const answering = phone.answer(second);
    await vi.advanceTimersByTimeAsync(8_000);
    await answering;
    expect(shown()).toEqual([`${first} paused`, `${second} heard`]);

    settle('accepted');
    await vi.advanceTimersByTimeAsync(0);
    expect(shown()).toEqual([`${first} held`, `${second} heard`]);
    expect(sounds()).toEqual([`${first} silent`, `${second} both ways`]);
    expect(line.asked.filter((each) => each === `resume ${first}`)).toEqual([]);
  });
});

describe('the call that the operator talks in', () => {
  test('is the one answered last, and the one taken up', async () => {
    const first = await talking();
    const second = await talking();
    expect(state.focus).toBe(second);
    await phone.setHeld(first, false);
    expect(state.focus).toBe(first);
    await phone.hangUp(first);
    expect(state.focus).toBeNull();
  });

  test('one on hold gives way to whom one dialled: they are heard ringing, and talked to', async () => {
    const caller = await talking();
    const asked = await dialled('103');
    await phone.setHeld(caller, false);
    expect(line.sound(asked)).toBe('silent');
    await phone.setHeld(caller, true);
    expect(line.sound(asked)).not.toBe('silent');

    line.answers(asked);
    expect(shown()).toEqual([`${caller} held`, `${asked} heard`]);
    expect(line.sound(asked)).toBe('both ways');
  });

  test('whom one dialled is heard ringing again once the one answered meanwhile is over', async () => {
    const vera = await dialled();
    const customer = await talking();
    await phone.hangUp(customer);
    expect(line.sound(vera)).not.toBe('silent');
    expect(state.focus).toBe(vera);
  });

  test('a call whose hold is refused after the other one is over is talked in again', async () => {
    const first = await talking();
    const settle = isSlow(first);
    const second = line.ring();
    const answering = phone.answer(second);
    await vi.waitFor(() => expect(state.focus).toBe(second));
    await phone.hangUp(second);
    settle('refused');
    await answering;
    expect(shown()).toEqual([`${first} heard`]);
    expect(sounds()).toEqual([`${first} both ways`]);
  });

  test('nobody is dialled into a call that was answered while the other was put on hold', async () => {
    const first = await talking();
    const settle = isSlow(first);
    const dialling = phone.dial('600100102', null);
    const second = line.ring();
    const answering = phone.answer(second);
    await vi.waitFor(() => expect(state.focus).toBe(second));
    settle('accepted');
    expect(await dialling).toMatchObject({ reason: 'notHeld' });
    await answering;
    expect(shown()).toEqual([`${first} held`, `${second} heard`]);
  });
});

describe('whom one dialled answers while one talks to somebody else', () => {
  test('they wait on hold', async () => {
    const vera = await dialled();
    const customer = await talking();
    line.answers(vera);
    await vi.waitFor(() => expect(shown()).toEqual([`${vera} held`, `${customer} heard`]));
    expect(sounds()).toEqual([`${vera} silent`, `${customer} both ways`]);
  });

  test('what the PBX plays before that is heard, but not beside a call', async () => {
    const vera = await dialled();
    expect(line.sound(vera)).toMatch(/both ways|listening/);
    await talking();
    expect(line.sound(vera)).toBe('silent');
  });
});

test('an invitation that cannot be sent leaves the call that is up as it was', async () => {
  const current = await talking();
  line.outcomes.isSent = false;
  expect(await phone.dial('600100102', null)).toMatchObject({ reason: 'unavailable' });
  expect(shown()).toEqual([`${current} heard`]);
  expect(sounds()).toEqual([`${current} both ways`]);
});

test('a call that ends while it is put on hold says so', async () => {
  const id = await talking();
  const settle = isSlow(id);
  const holding = phone.setHeld(id, true);
  line.isOver(id);
  settle('refused');
  expect(await holding).toMatchObject({ reason: 'callEnded' });
});

test('a phone that is put away ends its calls and lets go of each microphone', async () => {
  const vera = await dialled();
  const customer = await talking();
  await phone.stop();
  for (const id of [vera, customer]) expect(line.asked).toContain(`release ${id}`);
  expect(line.asked.at(-1)).toBe('stop');
});

describe('a press that comes too late, or twice', () => {
  test('Answer twice is done', async () => {
    const id = await talking();
    expect(await phone.answer(id)).toEqual(done);
  });

  test('Answer in two tabs at once is done in both, and answers once', async () => {
    const id = line.ring();
    expect(await Promise.all([phone.answer(id), phone.answer(id)])).toEqual([done, done]);
    expect(line.asked.filter((each) => each.startsWith('accept'))).toEqual([`accept ${id}`]);
  });

  test('Answer of a call that is over says so', async () => {
    const id = line.ring();
    await phone.reject(id);
    expect(await phone.answer(id)).toMatchObject({ reason: 'callEnded' });
  });

  test('Answer of a caller who gives up while the microphone opens leaves the call that is up as it is', async () => {
    const current = await talking();
    const id = line.ring();
    const answering = phone.answer(id);
    line.isOver(id);
    expect(await answering).toMatchObject({ reason: 'callEnded' });
    expect(phases()).toEqual([`${current} talking`]);
    expect(line.asked.filter((each) => each.startsWith('hold'))).toEqual([]);
    expect(line.asked.at(-1)).toBe(`release ${id}`);
  });

  test('Answer of a caller who gives up while the call is being set up leaves the call that is up as it was', async () => {
    const current = await talking();
    let goOn: () => void = () => undefined;
    line.outcomes.accepting = new Promise((resolve) => {
      goOn = resolve;
    });
    const id = line.ring();
    const answering = phone.answer(id);
    await vi.waitFor(() => expect(line.asked).toContain(`hold ${current}`));
    line.isOver(id);
    goOn();
    expect(await answering).toMatchObject({ reason: 'callEnded' });
    expect(shown()).toEqual([`${current} heard`]);
    expect(sounds()).toEqual([`${current} both ways`]);
  });

  test('Pause of a call that is over says so', async () => {
    expect(await phone.setMuted('gone', true)).toMatchObject({ reason: 'callEnded' });
  });

  test('Reject and Hang up of a call that is over are done', async () => {
    expect(await phone.reject('gone')).toEqual(done);
    expect(await phone.hangUp('gone')).toEqual(done);
  });

  test('Reject never ends a call that was answered meanwhile', async () => {
    const id = await talking();
    await phone.reject(id);
    expect(phases()).toEqual([`${id} talking`]);
  });
});

describe('a call I dialled that came to nothing', () => {
  test('is named with its reason until the next one is dialled', async () => {
    const dialled = await phone.dial('199', null);
    line.isBusy(dialled.ok ? dialled.data.id : '');
    expect(state).toMatchObject({ calls: [], unreached: { number: '199', cause: 'busy' } });

    await phone.dial('600100101', null);
    expect(state.unreached).toBeNull();
  });

  test('one’s own extension is not dialled, nor given a call', async () => {
    const id = await talking();
    expect(await phone.dial('101', null)).toMatchObject({ reason: 'ownExtension' });
    expect(await phone.transfer(id, '101')).toMatchObject({ reason: 'ownExtension' });
    expect(phases()).toEqual([`${id} talking`]);
  });
});

describe('no microphone', () => {
  test('the call goes on ringing: another phone, or this one in a moment, may take it', async () => {
    const id = line.ring();
    line.outcomes.hasMicrophone = false;
    expect(await phone.answer(id)).toMatchObject({ reason: 'noMicrophone' });
    expect(phases()).toEqual([`${id} ringing`]);
  });

  test('nothing is dialled, and the call that is up stays so', async () => {
    const id = await talking();
    line.outcomes.hasMicrophone = false;
    expect(await phone.dial('600100101', null)).toMatchObject({ reason: 'noMicrophone' });
    expect(phases()).toEqual([`${id} talking`]);
  });
});

describe('[S3.4] [S3.15] transfers', () => {
  test('once the PBX has the call, our side of it ends', async () => {
    const id = await talking();
    expect(await phone.transfer(id, '103')).toEqual(done);
    expect(line.asked.filter((each) => /refer|end/.test(each))).toEqual([`refer ${id} to 103`, `end ${id}`]);
    expect(state.calls).toEqual([]);
  });

  test('refused by the PBX, the operator keeps the caller', async () => {
    const id = await talking();
    line.outcomes.refers = false;
    expect(await phone.transfer(id, '103')).toMatchObject({ reason: 'transferFailed' });
    expect(phases()).toEqual([`${id} talking`]);
  });

  test('attended: both calls leave, but only once the colleague has answered', async () => {
    const id = await talking();
    const consult = await phone.dial('103', null);
    const consultId = consult.ok ? consult.data.id : '';
    expect(await phone.completeTransfer(id, consultId)).toMatchObject({ reason: 'notAnsweredYet' });

    line.answers(consultId);
    expect(await phone.completeTransfer(id, consultId)).toEqual(done);
    expect(line.asked).toContain(`refer ${id} to ${consultId}`);
    expect(state.calls).toEqual([]);
  });
});

test('[R24] back after a lost websocket, each call tells the PBX where it is now', async () => {
  const id = await talking();
  line.comesBack();
  expect(line.asked.at(-1)).toBe(`resume ${id}`);
});

test('[R24] where the sound is lost too, it looks for another way', async () => {
  const id = await talking();
  line.losesSound(id);
  line.comesBack();
  expect(line.asked.at(-1)).toBe(`restart ${id}`);
});

test('who comes back to the tab asks nothing of a call that sounds', async () => {
  const id = await talking();
  phone.wake('awake');
  expect(line.asked.at(-1)).toBe('nudge');
  line.losesSound(id);
  phone.wake('awake');
  expect(line.asked.at(-1)).toBe(`restart ${id}`);
});

test('a network that is new to this computer makes each call look for a new way, held ones too', async () => {
  const held = await talking();
  const id = await talking();
  phone.wake('network');
  await Promise.resolve();
  expect(line.asked.slice(-3)).toEqual(['nudge', `restart ${held}`, `restart ${id}`]);
});

test('[R24] what the network’s news ask for waits until the PBX answers again', async () => {
  const id = await talking();
  line.outcomes.isConnected = false;
  phone.wake('network');
  expect(line.asked.at(-1)).toBe('nudge');

  line.comesBack();
  expect(line.asked.at(-1)).toBe(`restart ${id}`);
});

test('without a connection to the PBX nothing is dialled', async () => {
  line.outcomes.isConnected = false;
  expect(await phone.dial('600100101', null)).toMatchObject({ reason: 'phoneNotConnected' });
});
