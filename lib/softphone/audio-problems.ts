import type { AudioProblem } from './microphone-problem.ts';

/** `soundBlocked`: the browser plays nothing before a press on the page. `speakerLost`: the chosen one was unplugged. */
export type AudioFault = AudioProblem | 'speakerLost' | 'soundBlocked';

/** `device`: the name of what is used instead, where that is known. */
export type AudioNotice = { fault: AudioFault; device: string };

let notice: AudioNotice | null = null;
const listeners = new Set<() => void>();

/** Shows a sentence in the dock until it is cleared, closed, or another fault takes its place. */
export function reportAudioProblem(fault: AudioFault, device = ''): void {
  set({ fault, device });
}

/** It is over: of all faults, or of those named. */
export function clearAudioProblem(...faults: AudioFault[]): void {
  if (notice && (faults.length === 0 || faults.includes(notice.fault))) set(null);
}

export function currentAudioProblem(): AudioNotice | null {
  return notice;
}

export function onAudioProblem(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function set(next: AudioNotice | null): void {
  notice = next;
  for (const listener of listeners) listener();
}
