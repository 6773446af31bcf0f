/** Microphone, speaker and ringer of this computer. */
export function AudioDevices() {
  return null;
}
