export type AudioProblem = 'microphoneRefused' | 'noMicrophone' | 'microphoneBusy' | 'microphoneLost' | 'insecurePage';

/** Why `getUserMedia` gave no microphone; `deviceGone` where only the one asked for is missing, and another may do. */
export function microphoneProblem(error: unknown): AudioProblem | 'deviceGone' {
  switch (error instanceof Error ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'microphoneRefused';
    case 'NotFoundError':
      return 'noMicrophone';
    case 'OverconstrainedError':
      return 'deviceGone';
    default:
      // NotReadableError, AbortError, and what a driver may think of: it is there, and does not open.
      return 'microphoneBusy';
  }
}
