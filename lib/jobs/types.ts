import type { MailCause } from '../mail/causes.ts';
import type { SmsCause } from '../sms/causes.ts';

export const JOB_STATES = ['failed', 'running', 'retrying', 'waiting'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** A job that is not done. Times are ISO. */
export type JobRow = {
  id: string;
  kind: string;
  state: JobState;
  attempts: number;
  maxAttempts: number;
  runAt: string;
  /** The first line of what was thrown. */
  lastError: string | null;
};
export type JobList = { rows: JobRow[]; hasMore: boolean };

/** An SMS or a mail that was given up. */
export type GivenUp = { id: string; at: string } & (
  | { kind: 'sms'; by: string; to: string; cause: SmsCause | null; mayRetry: boolean }
  | { kind: 'mail'; to: string; line: string | null; cause: MailCause | null; mayRetry: true }
);
