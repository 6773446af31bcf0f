import { expect, test } from 'vitest';
import { sendDigit } from './dtmf.ts';

test('a key pressed while another sounds waits behind it', () => {
  const { peer, tones } = callWith({ canInsertDTMF: true });

  expect(sendDigit(peer, '4')).toBe(true);
  expect(sendDigit(peer, '2')).toBe(true);
  expect(sendDigit(peer, '#')).toBe(true);

  expect(tones.toneBuffer).toBe('42#');
});

test.each([undefined, callWith({ canInsertDTMF: false }).peer])('a call that carries no keys says so', (peer) => {
  expect(sendDigit(peer, '4')).toBe(false);
});

/** As a browser does it (WebRTC 7.2): what is inserted takes the place of what was waiting. */
function callWith({ canInsertDTMF }: { canInsertDTMF: boolean }) {
  const tones = {
    canInsertDTMF,
    toneBuffer: '',
    insertDTMF(all: string) {
      tones.toneBuffer = all;
    },
  };
  const peer = { getSenders: () => [{ dtmf: null }, { dtmf: tones }] } as unknown as RTCPeerConnection;
  return { peer, tones };
}
