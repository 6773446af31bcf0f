const SAMPLES = 1_024;

export type SoundMeter = { level(): number; stop(): void };

/** Measures what a track carries now, also while nobody is sent it. */
export function meterOf(track: MediaStreamTrack): SoundMeter {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  const samples = new Float32Array(SAMPLES);
  const source = context.createMediaStreamSource(new MediaStream([track]));
  analyser.fftSize = SAMPLES;
  source.connect(analyser);

  return {
    /** Root mean square of the last moment, 0 to 1. */
    level() {
      if (context.state === 'suspended') void context.resume();
      analyser.getFloatTimeDomainData(samples);
      return Math.sqrt(samples.reduce((sum, each) => sum + each * each, 0) / samples.length);
    },
    stop() {
      source.disconnect();
      void context.close();
    },
  };
}
