import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { gateDrawing, onceDrawable } from './once-drawable';

const ASK_AGAIN_MS = 3_000;

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a page is drawn anew', () => {
  test('once the server says that it can', async () => {
    const draw = vi.fn();
    const drawn = gateDrawing(async () => true)(draw);
    expect(draw).not.toHaveBeenCalled();
    await drawn;
    expect(draw).toHaveBeenCalledTimes(1);
  });

  test('once for all who ask while a question is under way', async () => {
    const canDraw = vi.fn(async () => true);
    const draw = vi.fn();
    const onceAsked = gateDrawing(canDraw);
    await Promise.all([onceAsked(draw), onceAsked(draw), onceAsked(draw)]);
    expect(canDraw).toHaveBeenCalledTimes(1);
    expect(draw).toHaveBeenCalledTimes(1);

    await onceAsked(draw);
    expect(canDraw).toHaveBeenCalledTimes(2);
    expect(draw).toHaveBeenCalledTimes(2);
  });

  test('not while the server cannot, and by itself once it can', async () => {
    let isAway = true;
    const draw = vi.fn();
    const other = vi.fn();
    const onceBack = gateDrawing(async () => !isAway);
    await onceBack(draw);
    await onceBack(other);
    await vi.advanceTimersByTimeAsync(10 * ASK_AGAIN_MS);
    expect(draw).not.toHaveBeenCalled();

    isAway = false;
    await vi.advanceTimersByTimeAsync(ASK_AGAIN_MS);
    expect(draw).toHaveBeenCalledTimes(1);
    expect(other).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(10 * ASK_AGAIN_MS);
    expect(draw).toHaveBeenCalledTimes(1);
  });

  test('who asks while it waits asks at once, and nothing is drawn twice', async () => {
    let isAway = true;
    const canDraw = vi.fn(async () => !isAway);
    const draw = vi.fn();
    const onceBack = gateDrawing(canDraw);
    await onceBack(draw);
    isAway = false;
    await onceBack(draw);
    expect(draw).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(10 * ASK_AGAIN_MS);
    expect(canDraw).toHaveBeenCalledTimes(2);
    expect(draw).toHaveBeenCalledTimes(1);
  });
});

describe('what the server says of its health', () => {
  const answers = (answer: () => Promise<Response>) => {
    const fetched = vi.fn(answer);
    vi.stubGlobal('fetch', fetched);
    return fetched;
  };

  test('the database is away, or nobody answers: nothing is drawn; degraded it is', async () => {
    const draw = vi.fn();
    answers(async () => Response.json({ status: 'unavailable' }, { status: 503 }));
    await onceDrawable(draw);
    answers(() => Promise.reject(new TypeError('Failed to fetch')));
    await onceDrawable(draw);
    expect(draw).not.toHaveBeenCalled();

    const asked = answers(async () => Response.json({ status: 'degraded' }));
    await onceDrawable(draw);
    expect(draw).toHaveBeenCalledTimes(1);
    expect(asked).toHaveBeenCalledWith('/api/health', expect.objectContaining({ cache: 'no-store' }));
  });

  test.each([403, 404])('hidden by a proxy that answers %i, it keeps nothing from being drawn', async (status) => {
    const draw = vi.fn();
    answers(async () => new Response(null, { status }));
    await onceDrawable(draw);
    expect(draw).toHaveBeenCalledTimes(1);
  });
});
