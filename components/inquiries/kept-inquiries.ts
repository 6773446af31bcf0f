import { z } from 'zod';
import { DraftContent } from '@/lib/inquiries/schema';

const PREFIX = 'offhook-inquiry';
const Kept = z.object({
  version: z.number(),
  mine: DraftContent,
  /** Of its registration, and of the interest that this becomes: made here, so that one repeated after a lost answer is the same one. */
  registrationId: z.uuid().nullable(),
});
export type KeptInquiry = z.infer<typeof Kept>;

export type KeptInquiries = { keep(kept: KeptInquiry): void; drop(): void; find(): KeptInquiry | null };

/** What no server has stored yet of an inquiry, on this computer, apart for each user and each call. */
export function keptInquiry(userId: string, subject: string): KeptInquiries {
  const key = `${PREFIX}:${userId}:${subject}`;

  return {
    keep: (kept: KeptInquiry) => void attempt(() => localStorage.setItem(key, JSON.stringify(kept))),
    drop: () => void attempt(() => localStorage.removeItem(key)),
    find: () => attempt(() => Kept.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null')).data ?? null),
  };
}

/** A full or forbidden storage costs the safety net, never what stands on the screen. */
function attempt<Result>(act: () => Result): Result | null {
  try {
    return act();
  } catch {
    return null;
  }
}
