/** A reason to stop that a person can act on: shown as one sentence, without a stack. */
export class Failure extends Error {}

/** Runs a command; a Failure ends it with its sentence and status 1, anything else with its stack. */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Failure ? `\n${error.message}\n` : error);
    process.exitCode = 1;
  }
}

/** Puts what the file system says into a sentence; null where it says nothing a person could act on. */
export function sentenceFor(error: unknown, folder: string): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOSPC') return `The disk is full: ${folder} could not be written. Free some space and start again.`;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return `${folder} is not writable for this user. Choose another folder: OFFHOOK_DATA=/path/to/folder`;
  }
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return `${folder} is not a folder. Choose another: OFFHOOK_DATA=/path/to/folder`;
  }
  return null;
}
