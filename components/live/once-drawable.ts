const HEALTH = '/api/health';
const TIMEOUT_MS = 3_000;
const ASK_AGAIN_MS = 3_000;

/**
 * For what draws the page anew. A server whose database is away draws an error in place of the whole desk, dock and call included: it is
 * asked first, by one small question at a time that all share. What waits is done together once the answer is yes, and asks
 * again by itself until then, since a connection that never dropped brings no news that the database is back.
 */
export function gateDrawing(canDraw: () => Promise<boolean>) {
  const waiting = new Set<() => void>();
  let asked: Promise<void> | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;

  async function look() {
    clearTimeout(again);
    const isDrawable = await canDraw();
    asked = null;
    if (!isDrawable) {
      again = setTimeout(ask, ASK_AGAIN_MS);
      return;
    }
    const due = [...waiting];
    waiting.clear();
    for (const draw of due) draw();
  }

  function ask(): Promise<void> {
    asked ??= look();
    return asked;
  }

  /** Resolves once `draw` was called, or the server could not draw for now: then it is called later. */
  return function onceDrawable(draw: () => void): Promise<void> {
    waiting.add(draw);
    return ask();
  };
}

export const onceDrawable = gateDrawing(canServerDraw);

/**
 * Degraded, it can. One that does not answer, or not soon, cannot. A proxy that keeps the question from it says nothing of it, and
 * must not stop every page for good.
 */
async function canServerDraw(): Promise<boolean> {
  const answer = await fetch(HEALTH, { cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(() => null);
  return answer !== null && answer.status < 500;
}
