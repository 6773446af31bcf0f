const TONE_MS = 160;
const GAP_MS = 80;

/**
 * Sends a key of the keypad as RFC 4733 telephone events, after those still under way: `insertDTMF` alone would drop what is waiting,
 * and fingers are quicker than tones.
 * @returns false when the call carries no such events.
 */
export function sendDigit(peer: RTCPeerConnection | undefined, digit: string): boolean {
  const tones = peer?.getSenders().find((sender) => sender.dtmf?.canInsertDTMF)?.dtmf;
  if (!tones) return false;
  tones.insertDTMF(tones.toneBuffer + digit, TONE_MS, GAP_MS);
  return true;
}
