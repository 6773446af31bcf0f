import type { z } from 'zod';

const PREFIX = 'offhook-form';

/**
 * What somebody is typing into a form, on this computer: a reload, a closed page or a failed save takes nothing of it. Apart for each user,
 * so that nobody sends what another one left on a shared computer. `subject` names the form and what it is about.
 */
export function keptForm<Typed>(userId: string, subject: string, Shape: z.ZodType<Typed>) {
  const key = `${PREFIX}:${userId}:${subject}`;

  return {
    keep: (typed: Typed): void => void attempt(() => localStorage.setItem(key, JSON.stringify(typed))),
    drop: (): void => void attempt(() => localStorage.removeItem(key)),
    find: (): Typed | null => attempt(() => Shape.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null')).data ?? null),
  };
}

/** A full or forbidden storage costs the safety net, never the form. */
function attempt<Result>(act: () => Result): Result | null {
  try {
    return act();
  } catch {
    return null;
  }
}
