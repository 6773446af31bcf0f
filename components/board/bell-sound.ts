/** A struck bell: the tone and its overtones, the higher the shorter. */
const PARTIALS = [
  { hertz: 880, volume: 0.3, seconds: 1.6 },
  { hertz: 1_760, volume: 0.16, seconds: 1 },
  { hertz: 2_640, volume: 0.08, seconds: 0.6 },
];
const STRIKE_SECONDS = 0.01;
const SILENCE = 0.0001;

export function ringBell(context: AudioContext): void {
  const at = context.currentTime;

  for (const { hertz, volume, seconds } of PARTIALS) {
    const oscillator = context.createOscillator();
    const gain = context.createGain();
    oscillator.frequency.value = hertz;
    gain.gain.setValueAtTime(SILENCE, at);
    gain.gain.linearRampToValueAtTime(volume, at + STRIKE_SECONDS);
    gain.gain.exponentialRampToValueAtTime(SILENCE, at + seconds);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(at);
    oscillator.stop(at + seconds);
  }
}
