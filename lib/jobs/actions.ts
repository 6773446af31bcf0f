'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { type ActionResult, done, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { now } from '../clock.ts';
import { retryMail } from '../mail/retry.ts';
import { wakeMails } from '../mail/wake.ts';
import { announceUnderWay } from '../sms/announce.ts';
import { retrySms } from '../sms/retry.ts';
import { wakeSms } from '../sms/wake.ts';
import { retryJob } from './queries.ts';

const Retry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('job'), id: z.string().regex(/^\d{1,18}$/) }),
  z.object({ kind: z.literal('sms'), id: z.uuid() }),
  z.object({ kind: z.literal('mail'), id: z.uuid() }),
]);

/** Tries again what was given up: a job, an SMS or a mail. */
export async function tryAgain(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = Retry.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'jobs:manage')) return refused('notAllowed');

  if (!(await retry(input.data))) return refused('impossible');
  revalidatePath('/admin/jobs');
  return done;
}

async function retry({ kind, id }: z.infer<typeof Retry>): Promise<boolean> {
  switch (kind) {
    case 'job':
      return retryJob(id);
    case 'mail': {
      const isQueued = await retryMail(id, now());
      if (isQueued) wakeMails();
      return isQueued;
    }
    case 'sms': {
      const sms = await retrySms(id, now());
      if (!sms) return false;
      await announceUnderWay([sms.missedCallId]);
      wakeSms();
      return true;
    }
  }
}
