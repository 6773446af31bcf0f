import { get } from 'node:https';
import { LINES, unknownCaller } from '../../scripts/call/demo-world.ts';
import { expect, test } from './fixtures.ts';
import type { Manager } from './manager.ts';
import { bringCallerTo } from './resume.ts';

// What docs/asterisk promises, beyond that calls come through (harness.spec.ts).

const DESK = '104';
const DESK_LINE = '+48221000104';
const CUSTOMER = unknownCaller(2);
const LOUD = 1_000;

test('it starts without a warning, with every endpoint and queue', async ({ asterisk }) => {
  const starting = asterisk.log().split('Asterisk Ready')[0] ?? '';
  expect(starting.split('\n').filter((line) => /\] (ERROR|WARNING)/.test(line))).toEqual([]);
  for (const name of ['101', '102', '103', DESK, 'trunk']) {
    expect(await asterisk.cli('pjsip show endpoints')).toMatch(new RegExp(`Endpoint: +${name}\\b`));
  }
  for (const name of ['delivery', 'new-customers', 'follow-up', 'complaints']) {
    expect(await asterisk.cli('queue show')).toContain(`${name} has 0 calls`);
  }
});

test("Offhook's login may do what Offhook does, run no command and change no file", async ({ manager }) => {
  const allowed: [string, Record<string, string>?][] = [
    ['Ping'],
    ['CoreSettings'],
    ['CoreShowChannels'],
    ['PJSIPShowEndpoints'],
    ['ListCommands'],
    ['ShowDialPlan', { Context: 'offhook-operators' }],
    ['ShowDialPlan', { Context: 'offhook-resume' }],
    ['DBPut', { Family: 'offhook-present-999', Key: '48221000001', Val: '1' }],
    ['DBGetTree', { Family: 'offhook-present-999' }],
    ['DBDel', { Family: 'offhook-present-999', Key: '48221000001' }],
  ];
  for (const [action, fields] of allowed) {
    expect(await manager.ask(action, fields), action).toMatchObject({ Response: 'Success' });
  }
  for (const action of ['Hangup', 'Redirect', 'Originate']) {
    expect((await manager.ask(action, { Channel: 'PJSIP/nobody-00000000' })).Message, action).not.toMatch(/permission/i);
  }
  for (const [action, fields] of [
    ['Command', { Command: 'core show version' }],
    ['UpdateConfig', { SrcFilename: 'manager.conf', DstFilename: 'manager.conf' }],
  ] as const) {
    expect((await manager.ask(action, fields)).Message, action).toMatch(/permission/i);
  }
});

test('calls and queues are told with their time, and no line of the dialplan', async ({ outside, manager }) => {
  const call = await outside.calls({ from: CUSTOMER, to: LINES.complaints });
  await call.ringing;
  await expect.poll(() => manager.events().map((event) => event.Event)).toContain('QueueCallerJoin');
  await call.hangUp();
  await expect.poll(() => manager.events().map((event) => event.Event)).toContain('QueueCallerAbandon');

  const names = manager.events().map((event) => event.Event);
  expect(names).toContain('Newchannel');
  expect(manager.events().filter((event) => !event.Timestamp && event.Event !== 'FullyBooted')).toEqual([]);
  expect(names.filter((name) => /Newexten|VarSet|RTCP/.test(name ?? ''))).toEqual([]);
});

test.describe('[S2.4] the number that a customer sees', () => {
  const CHOSEN = '48221000002';
  const OWN = '48221000003';
  const DEFAULT = LINES.deliveryHotline;

  const allow = (manager: Manager, family: string, key: string, value = '1') =>
    manager.ask('DBPut', { Family: family, Key: key, Val: value });

  test.afterEach(async ({ manager }) => {
    // What is allowed to 101 is Offhook's to keep.
    for (const family of [`offhook-present-${DESK}`, 'offhook-number']) {
      await manager.ask('DBDelTree', { Family: family });
    }
  });

  test('is the chosen one, where it is allowed to this phone', async ({ outside, deskPhone, manager }) => {
    await allow(manager, `offhook-present-${DESK}`, CHOSEN);
    const [desk, customer] = [await deskPhone.plugIn(), await outside.answers()];

    await place(manager, `+${CHOSEN}`);
    await desk.pickUp();

    const { dialled, from, identity } = await customer.called;
    expect(dialled).toBe(CUSTOMER);
    expect(from).toContain(`<sip:+${CHOSEN}@`);
    expect(identity).toContain(`<sip:+${CHOSEN}@`);
    await expect.poll(desk.voice.loudness).toBeGreaterThan(LOUD);
    await expect.poll(customer.voice.loudness).toBeGreaterThan(LOUD);
    await customer.hangUp();
    expect(await desk.ended).toBe('by-pbx');
  });

  test('is never one that is allowed to another phone only', async ({ outside, deskPhone, manager, asterisk }) => {
    await expect.poll(() => asterisk.cli(`database get offhook-present-101 ${CHOSEN}`)).toContain('Value: 1');
    const [desk, customer] = [await deskPhone.plugIn(), await outside.rings()];

    await place(manager, CHOSEN);
    await desk.pickUp();

    expect((await customer.called).from).toContain(`<sip:${DEFAULT}@`);
  });

  test("is the phone's own where nothing was chosen", async ({ outside, deskPhone, manager }) => {
    await allow(manager, 'offhook-number', DESK, OWN);
    const [desk, customer] = [await deskPhone.plugIn(), await outside.rings()];

    await place(manager, '');
    await desk.pickUp();

    expect((await customer.called).from).toContain(`<sip:+${OWN}@`);
  });
});

test('a second number behind an allowed one is not called', async ({ outside, deskPhone, manager }) => {
  const [desk, customer] = [await deskPhone.plugIn(), await outside.rings()];
  await place(manager, '', `${CUSTOMER}&PJSIP/+19005550000@trunk`);
  await desk.pickUp();
  expect((await customer.called).dialled).toBe(`${CUSTOMER}19005550000`);
  const asked = manager.events().filter((event) => event.Event === 'DialBegin' && event.DestChannel?.includes('trunk'));
  expect(asked).toHaveLength(1);
});

test('why a number was not reached is passed on', async ({ outside, deskPhone, manager }) => {
  const [desk] = [await deskPhone.plugIn(), await outside.isBusy()];
  await place(manager, '');
  await desk.pickUp();
  expect(await desk.ended).toBe('by-pbx');
  const dialled = () => manager.events().find((event) => event.Event === 'DialEnd' && event.DestChannel?.includes('trunk'));
  await expect.poll(dialled).toMatchObject({ DialStatus: 'BUSY' });
});

test('a caller put into offhook-resume hears music until the phone answers anew, as the same conversation', async ({
  outside,
  deskPhone,
  asterisk,
  manager,
}) => {
  const before = await deskPhone.plugIn();
  const call = await outside.calls({ from: CUSTOMER, to: DESK_LINE });
  await before.pickUp();
  const { offhookCall } = await before.called;
  before.voice.hush();

  const after = await deskPhone.plugIn();
  await bringCallerTo(DESK, { asterisk, manager });

  expect(await before.ended).toBe('by-pbx');
  expect((await after.called).offhookCall).toBe(offhookCall);
  await expect.poll(call.voice.loudness).toBeGreaterThan(100);
  await after.pickUp();
  await expect.poll(after.voice.loudness).toBeGreaterThan(LOUD);
  await call.hangUp();
});

test.describe('strangers', () => {
  test.use({ expectedPbxComplaints: [/./] });

  test('a number that is no line of ours is unallocated', async ({ outside }) => {
    const call = await outside.calls({ from: CUSTOMER, to: '+48229999999' });
    expect(await call.ended).toBe('404');
  });
});

test('browsers that came by https are spoken to by wss', async ({ asterisk }) => {
  const port = asterisk.settings.wss?.port;
  const headers = { Upgrade: 'websocket', Connection: 'Upgrade', 'Sec-WebSocket-Protocol': 'sip' };
  const handshake = { ...headers, 'Sec-WebSocket-Version': '13', 'Sec-WebSocket-Key': 'b2ZmaG9vay1pcy1oZXJlIQ==' };

  const status = await new Promise((answer, fail) => {
    const request = get({ host: '127.0.0.1', port, path: '/ws', headers: handshake, rejectUnauthorized: false });
    request.on('error', fail);
    request.on('response', (response) => answer(response.statusCode));
    request.on('upgrade', (response, socket) => {
      socket.destroy();
      answer(response.statusCode);
    });
  });
  expect(status).toBe(101);
});

/** As Offhook lets a desk phone call: it rings there first, then at the customer's. */
async function place(manager: Manager, presented: string, dialled = CUSTOMER): Promise<void> {
  const answer = await manager.ask('Originate', {
    Channel: `PJSIP/${DESK}`,
    Context: 'offhook-operators',
    Exten: dialled,
    Priority: '1',
    Variable: `OFFHOOK_PRESENT=${presented}`,
    Async: 'true',
  });
  expect(answer).toMatchObject({ Response: 'Success' });
}
