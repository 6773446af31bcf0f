import { beforeEach, describe, expect, test, vi } from 'vitest';
import { buildSipCalls } from './build-sip-calls.ts';

let sip: ReturnType<typeof buildSipCalls>;

beforeEach(() => {
  sip = buildSipCalls();
});

const done = { ok: true, data: undefined };

describe('one phone, one voice at a time', () => {
  test('[S0.6] Answer talks, and holds the call that was up', async () => {
    const first = await sip.talking();
    const second = sip.line.ring();
    expect(sip.phases()).toEqual([`${first} talking`, `${second} ringing`]);

    expect(await sip.phone.answer(second)).toEqual(done);
    expect(sip.phases()).toEqual([`${first} held`, `${second} talking`]);
  });

  test('taking one off hold holds the other before', async () => {
    const first = await sip.talking();
    const second = await sip.talking();
    await sip.phone.setHeld(first, false);
    expect(sip.phases()).toEqual([`${first} talking`, `${second} held`]);
    expect(sip.line.asked.slice(-2)).toEqual([`hold ${second}`, `resume ${first}`]);
  });

  test('dialling holds, unless there is nothing to dial', async () => {
    const current = await sip.talking();
    expect(await sip.phone.dial('12a', null)).toMatchObject({ reason: 'numberInvalid' });
    expect(sip.phases()).toEqual([`${current} talking`]);

    expect(await sip.phone.dial('+48 600 100 102', '+48221000001')).toMatchObject({ ok: true });
    expect(sip.line.asked).toContain('dial +48600100102 as +48221000001');
    expect(sip.phases()[0]).toBe(`${current} held`);
  });

  test('a hold that the PBX refuses is none', async () => {
    const id = await sip.talking();
    sip.line.renegotiates(id, 'refused');
    expect(await sip.phone.setHeld(id, true)).toMatchObject({ reason: 'unavailable' });
    expect(sip.phases()).toEqual([`${id} talking`]);
  });
});

describe('a press that comes too late, or twice', () => {
  test('Answer twice is done', async () => {
    const id = await sip.talking();
    expect(await sip.phone.answer(id)).toEqual(done);
  });

  test('Answer in two tabs at once is done in both, and answers once', async () => {
    const id = sip.line.ring();
    expect(await Promise.all([sip.phone.answer(id), sip.phone.answer(id)])).toEqual([done, done]);
    expect(sip.line.asked.filter((each) => each.startsWith('accept'))).toEqual([`accept ${id}`]);
  });

  test('Answer of a call that is over says so', async () => {
    const id = sip.line.ring();
    await sip.phone.reject(id);
    expect(await sip.phone.answer(id)).toMatchObject({ reason: 'callEnded' });
  });

  test('Answer of a caller who gives up while the microphone opens leaves the call that is up as it is', async () => {
    const current = await sip.talking();
    const id = sip.line.ring();
    const answering = sip.phone.answer(id);
    sip.line.isOver(id);
    expect(await answering).toMatchObject({ reason: 'callEnded' });
    expect(sip.phases()).toEqual([`${current} talking`]);
    expect(sip.line.asked.filter((each) => each.startsWith('hold'))).toEqual([]);
    expect(sip.line.asked.at(-1)).toBe(`release ${id}`);
  });

  test('Answer of a caller who gives up while the call is being set up leaves the call that is up as it was', async () => {
    const current = await sip.talking();
    let goOn: () => void = () => undefined;
    sip.line.outcomes.accepting = new Promise((resolve) => {
      goOn = resolve;
    });
    const id = sip.line.ring();
    const answering = sip.phone.answer(id);
    await vi.waitFor(() => expect(sip.line.asked).toContain(`hold ${current}`));
    sip.line.isOver(id);
    goOn();
    expect(await answering).toMatchObject({ reason: 'callEnded' });
    expect(sip.shown()).toEqual([`${current} heard`]);
    expect(sip.sounds()).toEqual([`${current} both ways`]);
  });

  test('Pause of a call that is over says so', async () => {
    expect(await sip.phone.setMuted('gone', true)).toMatchObject({ reason: 'callEnded' });
  });

  test('Reject and Hang up of a call that is over are done', async () => {
    expect(await sip.phone.reject('gone')).toEqual(done);
    expect(await sip.phone.hangUp('gone')).toEqual(done);
  });

  test('Reject never ends a call that was answered meanwhile', async () => {
    const id = await sip.talking();
    await sip.phone.reject(id);
    expect(sip.phases()).toEqual([`${id} talking`]);
  });
});

describe('a call I dialled that came to nothing', () => {
  test('is named with its reason until the next one is dialled', async () => {
    const dialled = await sip.phone.dial('199', null);
    sip.line.isBusy(dialled.ok ? dialled.data.id : '');
    expect(sip.state()).toMatchObject({ calls: [], unreached: { number: '199', cause: 'busy' } });

    await sip.phone.dial('600100101', null);
    expect(sip.state().unreached).toBeNull();
  });

  test('one’s own extension is not dialled, nor given a call', async () => {
    const id = await sip.talking();
    expect(await sip.phone.dial('101', null)).toMatchObject({ reason: 'ownExtension' });
    expect(await sip.phone.transfer(id, '101')).toMatchObject({ reason: 'ownExtension' });
    expect(sip.phases()).toEqual([`${id} talking`]);
  });
});

describe('no microphone', () => {
  test('the call goes on ringing: another phone, or this one in a moment, may take it', async () => {
    const id = sip.line.ring();
    sip.line.outcomes.hasMicrophone = false;
    expect(await sip.phone.answer(id)).toMatchObject({ reason: 'noMicrophone' });
    expect(sip.phases()).toEqual([`${id} ringing`]);
  });

  test('nothing is dialled, and the call that is up stays so', async () => {
    const id = await sip.talking();
    sip.line.outcomes.hasMicrophone = false;
    expect(await sip.phone.dial('600100101', null)).toMatchObject({ reason: 'noMicrophone' });
    expect(sip.phases()).toEqual([`${id} talking`]);
  });
});

describe('[S3.4] [S3.15] transfers', () => {
  test('once the PBX has the call, our side of it ends', async () => {
    const id = await sip.talking();
    expect(await sip.phone.transfer(id, '103')).toEqual(done);
    expect(sip.line.asked.filter((each) => /refer|end/.test(each))).toEqual([`refer ${id} to 103`, `end ${id}`]);
    expect(sip.state().calls).toEqual([]);
  });

  test('refused by the PBX, the operator keeps the caller', async () => {
    const id = await sip.talking();
    sip.line.outcomes.refers = false;
    expect(await sip.phone.transfer(id, '103')).toMatchObject({ reason: 'transferFailed' });
    expect(sip.phases()).toEqual([`${id} talking`]);
  });

  test('attended: both calls leave, but only once the colleague has answered', async () => {
    const id = await sip.talking();
    const consult = await sip.phone.dial('103', null);
    const consultId = consult.ok ? consult.data.id : '';
    expect(await sip.phone.completeTransfer(id, consultId)).toMatchObject({ reason: 'notAnsweredYet' });

    sip.line.answers(consultId);
    expect(await sip.phone.completeTransfer(id, consultId)).toEqual(done);
    expect(sip.line.asked).toContain(`refer ${id} to ${consultId}`);
    expect(sip.state().calls).toEqual([]);
  });
});

test('[R24] back after a lost websocket, each call tells the PBX where it is now', async () => {
  const id = await sip.talking();
  sip.line.comesBack();
  expect(sip.line.asked.at(-1)).toBe(`resume ${id}`);
});

test('[R24] where the sound is lost too, it looks for another way', async () => {
  const id = await sip.talking();
  sip.line.losesSound(id);
  sip.line.comesBack();
  expect(sip.line.asked.at(-1)).toBe(`restart ${id}`);
});

test('who comes back to the tab asks nothing of a call that sounds', async () => {
  const id = await sip.talking();
  sip.phone.wake('awake');
  expect(sip.line.asked.at(-1)).toBe('nudge');
  sip.line.losesSound(id);
  sip.phone.wake('awake');
  expect(sip.line.asked.at(-1)).toBe(`restart ${id}`);
});

test('a network that is new to this computer makes each call look for a new way, held ones too', async () => {
  const held = await sip.talking();
  const id = await sip.talking();
  sip.phone.wake('network');
  await Promise.resolve();
  expect(sip.line.asked.slice(-3)).toEqual(['nudge', `restart ${held}`, `restart ${id}`]);
});

test('[R24] what the network’s news ask for waits until the PBX answers again', async () => {
  const id = await sip.talking();
  sip.line.outcomes.isConnected = false;
  sip.phone.wake('network');
  expect(sip.line.asked.at(-1)).toBe('nudge');

  sip.line.comesBack();
  expect(sip.line.asked.at(-1)).toBe(`restart ${id}`);
});

test('without a connection to the PBX nothing is dialled', async () => {
  sip.line.outcomes.isConnected = false;
  expect(await sip.phone.dial('600100101', null)).toMatchObject({ reason: 'phoneNotConnected' });
});
