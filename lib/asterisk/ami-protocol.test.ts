import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AmiAction, type AmiMessage, createAmiReader, writeAction } from './ami-protocol.ts';

const BANNER = 'Asterisk Call Manager/11.0.0\r\n';

function read(...chunks: (string | Uint8Array)[]): AmiMessage[] {
  const reader = createAmiReader();
  return chunks.flatMap((chunk) => reader.push(Buffer.from(chunk)));
}

describe('what Asterisk says', () => {
  test('the first line says who it is, and belongs to no message', () => {
    const reader = createAmiReader();
    expect(reader.push(Buffer.from('Asterisk Call Man'))).toEqual([]);
    expect(reader.banner()).toBeNull();

    const messages = reader.push(Buffer.from('ager/11.0.0\r\nResponse: Success\r\nMessage: Authentication accepted\r\n\r\n'));
    expect(reader.banner()).toBe('Asterisk Call Manager/11.0.0');
    expect(messages).toEqual([{ Response: 'Success', Message: 'Authentication accepted' }]);
  });

  test('a text may hold colons and be empty, a line without a colon says nothing', () => {
    expect(read(BANNER, 'Event: ContactStatus\r\nURI: sip:101@10.0.0.1:5060\r\nAccount:\r\nnonsense\r\n\r\n')).toEqual([
      { Event: 'ContactStatus', URI: 'sip:101@10.0.0.1:5060', Account: '' },
    ]);
  });

  test('of a header that repeats the first stands', () => {
    expect(read(BANNER, 'Event: TestEvent\r\nState: one\r\nState: two\r\n\r\n')).toEqual([{ Event: 'TestEvent', State: 'one' }]);
  });

  test('[R25] a header may have any name: it is data', () => {
    const [message] = read(BANNER, '__proto__: x\r\nconstructor: y\r\nEvent: E\r\n\r\n');
    expect(Object.keys(message ?? {})).toEqual(['__proto__', 'constructor', 'Event']);
  });

  test('[R27] characters that are cut between two packets stay whole', () => {
    const bytes = Buffer.from(`${BANNER}Event: Newchannel\r\nCallerIDName: Zażółć 🎧\r\n\r\n`);
    expect(read(...Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual([
      { Event: 'Newchannel', CallerIDName: 'Zażółć 🎧' },
    ]);
  });

  const word = fc.stringMatching(/^[A-Za-z0-9 :/_.-]{0,20}$/).map((text) => text.trim());
  const name = fc.stringMatching(/^[A-Z][A-Za-z]{0,10}$/);
  const message = fc.dictionary(name, word, { minKeys: 1, maxKeys: 8, noNullPrototype: true });

  test('any cutting into packets gives the same messages', () => {
    fc.assert(
      fc.property(fc.array(message, { maxLength: 8 }), fc.array(fc.nat(), { maxLength: 12 }), (messages, cuts) => {
        const text = messages.map((each) => `${lines(each)}\r\n`).join('');
        const bytes = Buffer.from(BANNER + text);
        const places = [0, ...cuts.map((cut) => cut % bytes.length).toSorted((a, b) => a - b), bytes.length];
        const chunks = places.slice(1).map((end, index) => bytes.subarray(places[index], end));
        expect(read(...chunks)).toEqual(messages);
      }),
    );
  });

  test('what never ends is given up', () => {
    const reader = createAmiReader();
    reader.push(Buffer.from(BANNER));
    const endless = () => {
      for (let count = 0; count < 100; count += 1) reader.push(Buffer.from(`Key${count}: ${'x'.repeat(9_000)}\r\n`));
    };
    expect(endless).toThrow('does not end');
  });

  test.each(['HTTP/1.1 400 Bad Request\r\n', 'SSH-2.0-OpenSSH_9.2\r\n', '220 mail ESMTP\r\n', 'x'.repeat(300)])(
    'whoever begins with "%s" is no Asterisk',
    (greeting) => {
      expect(() => read(greeting)).toThrow('not the manager interface');
    },
  );
});

describe('what is asked', () => {
  test('a header with several texts is written once for each', () => {
    expect(writeAction({ Action: 'Originate', Channel: 'PJSIP/101', Variable: ['A=1', 'B=2'] })).toBe(
      'Action: Originate\r\nChannel: PJSIP/101\r\nVariable: A=1\r\nVariable: B=2\r\n\r\n',
    );
  });

  test.each(['600\r\nAction: Originate', '600\n', '600\r', '600\u0000', '600\u0085', 'a\tb'])(
    '[R40] nothing that could begin another line reaches the PBX: %j',
    (text) => {
      expect(() => writeAction({ Action: 'Originate', Exten: text })).toThrow('control character');
      expect(() => writeAction({ Action: 'Originate', Variable: ['A=1', text] })).toThrow('control character');
      expect(() => writeAction({ Action: 'Originate', [text]: 'x' })).toThrow('proper name');
    },
  );

  test('[R40] whatever the texts are, an action is one action with the headers it was given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (text) => {
        const action: AmiAction = { Action: 'Originate', Exten: text, ActionID: '1' };
        let written: string;
        try {
          written = writeAction(action);
        } catch {
          return;
        }
        expect(written.split('\r\n')).toHaveLength(5);
        expect(written.match(/[\r\n]/g)).toHaveLength(8);
      }),
    );
  });
});

function lines(message: AmiMessage): string {
  return Object.entries(message)
    .map(([name, text]) => `${name}: ${text}\r\n`)
    .join('');
}
