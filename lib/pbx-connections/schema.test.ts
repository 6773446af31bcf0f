import { describe, expect, test } from 'vitest';
import { refusedIn } from '../action-result.ts';
import { AddConnection, TestConnection } from './schema.ts';

const server = {
  amiHost: 'pbx.example.com',
  amiPort: 5038,
  amiTls: false,
  amiUser: 'offhook',
  amiSecret: 's',
  trunks: 'alpha, beta',
  extensionPattern: '^1\\d\\d$',
  dialContext: 'offhook-operators',
  resumeContext: 'offhook-resume',
  sipAddress: 'wss://pbx.example.com:8089/ws',
  sipDomain: 'pbx.example.com',
  sipRealm: 'asterisk',
  stunUrl: '',
  turnUrl: '',
  turnSecret: '',
};
const connection = { kind: 'asterisk', slug: 'house', name: 'House', country: 'PL' };

function faultsOf(change: object, place: object = {}) {
  const parsed = AddConnection.safeParse({ ...connection, ...place, server: { ...server, ...change } });
  return parsed.success ? {} : refusedIn('server', parsed.error).fields;
}

describe('an Asterisk as it is typed', () => {
  test('is taken, its trunks as a list, empty secrets as none', () => {
    const parsed = AddConnection.parse({ ...connection, server: { ...server, trunks: ' alpha,beta,, alpha ' } });
    expect(parsed).toMatchObject({ server: { trunks: ['alpha', 'beta'], amiSecret: 's' } });
    expect(faultsOf({ amiSecret: '' })).toEqual({});
  });

  test.each(['pbx.lan', 'localhost', '10.0.0.5', '::1', 'fd12::5', 'a-b.example.com.'])('%s is a host', (amiHost) => {
    expect(faultsOf({ amiHost })).toEqual({});
  });

  test.each(['', 'https://pbx.example.com', 'pbx.example.com:5038', 'pbx example', '-pbx', 'a@b'])('%j is none', (amiHost) => {
    expect(faultsOf({ amiHost })).toEqual({ amiHost: 'hostInvalid' });
  });

  test('a line break, which would begin a header of its own in what a PBX is sent, is refused wherever it is typed', () => {
    const broken = {
      amiUser: 'a\r\nAction: Originate',
      amiSecret: 'a\nb',
      dialContext: 'a\nb',
      trunks: 'a\nb',
      sipRealm: 'a\nb',
    };
    expect(Object.keys(faultsOf(broken) ?? {}).toSorted()).toEqual(Object.keys(broken).toSorted());
  });

  test('a pattern is a regular expression that no trunk fits', () => {
    expect(faultsOf({ extensionPattern: '(' })).toEqual({ extensionPattern: 'patternInvalid' });
    expect(faultsOf({ extensionPattern: '' })).toEqual({ extensionPattern: 'patternMissing' });
    expect(faultsOf({ trunks: 'alpha, 101' })).toEqual({ trunks: 'trunkLikeExtension' });
  });

  test('without a trunk nobody who calls from outside would be known', () => {
    expect(faultsOf({ trunks: ' , ' })).toEqual({ trunks: 'trunksMissing' });
    expect(faultsOf({ trunks: '', stunUrl: 'stun' })).toEqual({ trunks: 'trunksMissing', stunUrl: 'stunInvalid' });
  });

  test.each([
    ['a trunk that would also be an operator', { extensionPattern: '.*' }, { trunks: 'trunkLikeExtension' }],
    ['no trunk at all', { trunks: '' }, { trunks: 'trunksMissing' }],
    ['a phone without a domain', { sipDomain: '' }, { sipDomain: 'sipDomainMissing' }],
  ])('%s could not be saved, so it is not tested either', (_, change, faults) => {
    const tested = TestConnection.safeParse({ connectionId: null, server: { ...server, ...change } });
    expect(tested.success ? {} : refusedIn('server', tested.error).fields).toEqual(faults);
  });

  test('a phone in the browser has a websocket and a domain; without an address there is none', () => {
    expect(faultsOf({ sipAddress: '', sipDomain: '' })).toEqual({});
    expect(faultsOf({ sipAddress: 'https://pbx.example.com' })).toEqual({ sipAddress: 'sipAddressInvalid' });
    expect(faultsOf({ sipAddress: 'wss://a:b@pbx.example.com' })).toEqual({ sipAddress: 'sipAddressInvalid' });
    expect(faultsOf({ sipDomain: '' })).toEqual({ sipDomain: 'sipDomainMissing' });
  });

  test('STUN and TURN are named as browsers name them', () => {
    expect(faultsOf({ stunUrl: 'stun:s.example.com:3478', turnUrl: 'turns:t.example.com?transport=tcp' })).toEqual({});
    expect(faultsOf({ stunUrl: 'stuns:[::1]:65535', turnUrl: 'turn:10.0.0.5:1' })).toEqual({});
    expect(faultsOf({ stunUrl: 'STUN:[::FFFF:10.0.0.5]', turnUrl: 'turn:[fd12::5]:3478?transport=udp' })).toEqual({});
    expect(faultsOf({ stunUrl: 's.example.com', turnUrl: 'https://t' })).toEqual({
      stunUrl: 'stunInvalid',
      turnUrl: 'turnInvalid',
    });
  });

  test.each([
    ...['s.example.com:99999', 'host:65536', 'host:0', 'host:', 'host:abc', 'a:b', ':3478', '', '//host', 'user@host', 'a b'],
    ...['256.0.0.1', '::1', '[:::]', '[1:2]:3478', '[::1', '[::1]3478'],
  ])('no STUN or TURN server is at %j', (place) => {
    expect(faultsOf({ stunUrl: `stun:${place}` })).toEqual({ stunUrl: 'stunInvalid' });
    expect(faultsOf({ turnUrl: `turn:${place}` })).toEqual({ turnUrl: 'turnInvalid' });
    expect(faultsOf({ turnUrl: `turn:${place}?transport=udp` })).toEqual({ turnUrl: 'turnInvalid' });
  });

  test.each(['?transport=tls', '?TRANSPORT=udp', '?transport=', '?', '?transport=udp?transport=udp'])(
    '%s is no way to a TURN server',
    (transport) => {
      expect(faultsOf({ turnUrl: `turn:host${transport}` })).toEqual({ turnUrl: 'turnInvalid' });
    },
  );

  test('of a STUN server no transport is named', () => {
    expect(faultsOf({ stunUrl: 'stun:host?transport=udp' })).toEqual({ stunUrl: 'stunInvalid' });
  });

  test('a port is a number, a country one that numbers can be read by', () => {
    expect(faultsOf({ amiPort: 'x' })).toEqual({ amiPort: 'portInvalid' });
    expect(faultsOf({ amiPort: 65_536 })).toEqual({ amiPort: 'portInvalid' });
    expect(faultsOf({}, { country: 'XX' })).toEqual({ country: 'countryInvalid' });
    expect(faultsOf({}, { slug: 'Ą b' })).toEqual({ slug: 'slugInvalid' });
  });

  test('nobody adds a practice PBX', () => {
    expect(AddConnection.safeParse({ ...connection, kind: 'practice' }).success).toBe(false);
  });
});
