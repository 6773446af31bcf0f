/** What a SIP phone needs of this computer's sound; the devices are chosen elsewhere. */
export type CallAudio = {
  /** A microphone track of this call's own, or null where there is none: why is on the screen by then. */
  openTrack(callId: string): Promise<MediaStreamTrack | null>;
  /** Called with a new track of a call's own when another microphone was chosen, or the one in use went away. */
  onTrack(listener: (callId: string, track: MediaStreamTrack) => void): () => void;
  /** Lets the other side be heard. */
  play(callId: string, stream: MediaStream): void;
  /** The call is over: its track stops, its sound too. */
  release(callId: string): void;
};
