import { z } from 'zod';

const PREFIX = 'offhook-note';
const Draft = z.object({ noteId: z.string(), text: z.string() });
/** A note that no server has stored yet. Its id stays, so that a save repeated after a lost answer is the same note. */
export type Draft = z.infer<typeof Draft>;

/**
 * The note that somebody is writing, on this computer: a reload or a failed save takes nothing of it. Apart for each user, so
 * that nobody sends what another one left on a shared computer, and for each customer or call that it is about.
 */
export function keptDrafts(userId: string, subjectId: string) {
  const key = `${PREFIX}:${userId}:${subjectId}`;

  return {
    keep(draft: Draft): void {
      attempt(() => (draft.text === '' ? localStorage.removeItem(key) : localStorage.setItem(key, JSON.stringify(draft))));
    },
    drop(): void {
      attempt(() => localStorage.removeItem(key));
    },
    find(): Draft | null {
      return attempt(() => Draft.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null')).data ?? null);
    },
  };
}

/** What was being written about one record is about the other now, unless something is being written about that one already. */
export function moveDraft(userId: string, fromId: string, toId: string): void {
  const [from, to] = [keptDrafts(userId, fromId), keptDrafts(userId, toId)];
  const draft = from.find();
  if (!draft || to.find()) return;
  to.keep(draft);
  from.drop();
}

/** A full or forbidden storage costs the safety net, never the note. */
function attempt<Result>(act: () => Result): Result | null {
  try {
    return act();
  } catch {
    return null;
  }
}
