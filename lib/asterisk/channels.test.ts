import { expect, test } from 'vitest';
import { openAmi } from './ami-client.ts';
import { channelsAt, channelsOf, farChannel, isWithColleague, listChannels } from './channels.ts';
import { buildChannel, LOOPBACK, SECRET, startAsteriskDouble } from './testing.ts';

const CONFIG = { trunks: ['trunk'], extension: /^10\d$/ };

async function list(...channels: Record<string, string>[]) {
  const asterisk = await startAsteriskDouble({ channels: channels.map(buildChannel) });
  const target = { host: 'pbx.lan', port: asterisk.port, tls: false, user: 'offhook', secret: SECRET };
  const session = await openAmi(target, { events: 'off', outside: LOOPBACK });
  const listed = await listChannels(session);
  session.close();
  await asterisk.stop();
  return listed;
}

test('a channel is read as Asterisk lists it', async () => {
  const [channel] = await list({ Uniqueid: '1.1', Duration: '01:02:03', CallerIDName: '<unknown>', Exten: 's' });
  expect(channel).toMatchObject({
    id: '1.1',
    linkedId: '1.1',
    seconds: 3723,
    exten: '',
    caller: { number: '48600100101', name: '' },
  });
});

test('a call’s channels are found by its id, by theirs, and by what Asterisk calls the conversation now', async () => {
  const channels = await list(
    { Uniqueid: 'call', Linkedid: 'renamed' },
    { Uniqueid: 'leg', Linkedid: 'renamed' },
    { Uniqueid: 'other', Linkedid: 'call' },
    { Uniqueid: 'foreign' },
  );
  const found = channelsOf(channels, { pbxCallId: 'call', legIds: ['leg'] });
  expect(found.map(({ id }) => id)).toEqual(['call', 'leg', 'other']);
});

test('the far side of a call is outside the house, or a colleague; never one’s own phone, nor one that still rings', async () => {
  const [trunk, mine, colleague, ringing] = await list(
    { Uniqueid: '1', Channel: 'PJSIP/trunk-00000001' },
    { Uniqueid: '2', Channel: 'PJSIP/101-00000002' },
    { Uniqueid: '3', Channel: 'PJSIP/102-00000003' },
    { Uniqueid: '4', Channel: 'PJSIP/103-00000004', ChannelStateDesc: 'Ringing' },
  );
  if (!trunk || !mine || !colleague || !ringing) throw new Error('not all channels were listed');
  expect(farChannel([mine, colleague, trunk], '101', CONFIG)).toBe(trunk);
  expect(farChannel([ringing, mine, colleague], '101', CONFIG)).toBe(colleague);
  expect(farChannel([ringing, mine], '101', CONFIG)).toBeNull();
  expect(channelsAt([trunk, mine, colleague], '101', CONFIG)).toEqual([mine]);
});

test('a colleague has a call when they talk in the bridge of its far side', async () => {
  const [trunk, mine, colleague, elsewhere] = await list(
    { Uniqueid: '1', Channel: 'PJSIP/trunk-00000001', BridgeId: 'b1' },
    { Uniqueid: '2', Channel: 'PJSIP/101-00000002', BridgeId: 'b1' },
    { Uniqueid: '3', Channel: 'PJSIP/102-00000003', BridgeId: 'b1' },
    { Uniqueid: '4', Channel: 'PJSIP/102-00000004', BridgeId: 'b2' },
  );
  if (!trunk || !mine || !colleague || !elsewhere) throw new Error('not all channels were listed');
  expect(isWithColleague([trunk, mine, elsewhere], trunk, '101', CONFIG)).toBe(false);
  expect(isWithColleague([trunk, mine, colleague], trunk, '101', CONFIG)).toBe(true);
  expect(isWithColleague([mine, colleague], colleague, '101', CONFIG)).toBe(false);
});
