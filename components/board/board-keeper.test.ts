import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type ActionResult, done, doneWith, refused } from '@/lib/action-result';
import { buildBoard, buildCard } from '@/lib/board/build-board';
import type { WaitingAct } from '@/lib/board/queue';
import type { Board } from '@/lib/board/types';
import type { ActOnDelivery } from '@/lib/deliveries/schema';
import { createBoardKeeper } from './board-keeper';

const card = buildCard({ number: 1050 });
const deliveryId = card.id;
const accept: ActOnDelivery = { act: 'accept', deliveryId, revision: 1 };
const cook: ActOnDelivery = { act: 'startCooking', deliveryId };
const now = () => Date.parse('2026-11-22T15:00:00.000Z');

let stored: Map<number, WaitingAct>;
let board: Board;
let alone: (run: () => Promise<void>) => Promise<void>;
const read = vi.fn<() => Promise<ActionResult<Board> | null>>();
const send = vi.fn<(act: ActOnDelivery) => Promise<ActionResult<unknown> | null>>();

beforeEach(() => {
  stored = new Map();
  alone = (run) => run();
  board = buildBoard([card]);
  read.mockReset().mockImplementation(async () => doneWith(board));
  send.mockReset().mockResolvedValue(done);
});

function open() {
  const kept = {
    keep: (waiting: WaitingAct) => void stored.set(waiting.order, waiting),
    drop: (waiting: WaitingAct) => void stored.delete(waiting.order),
    all: () => [...stored.values()],
    isGone: ({ order }: WaitingAct) => !stored.has(order),
  };
  return createBoardKeeper(board, { doors: { read, send }, kept, now, alone });
}

const statusOf = (keeper: ReturnType<typeof open>) => keeper.getSnapshot().cards[0]?.status;

describe('online', () => {
  test('a step is shown at once, and stays shown until a board has it', async () => {
    const keeper = open();
    const seen: (string | undefined)[] = [];
    keeper.subscribe(() => seen.push(statusOf(keeper)));
    keeper.press(1050, accept);
    expect(statusOf(keeper)).toBe('accepted');

    board = buildBoard([{ ...card, status: 'accepted', comment: 'as the server has it' }]);
    await vi.waitFor(() => expect(keeper.getSnapshot().cards[0]?.comment).toBe('as the server has it'));
    expect(new Set(seen)).toEqual(new Set(['accepted']));
    expect(keeper.getSnapshot().waiting).toBe(0);
    expect(stored.size).toBe(0);
  });

  test('a board that was asked for before the step was done takes nothing back', async () => {
    let answer = (_: ActionResult<Board>) => {};
    const stale = new Promise<ActionResult<Board>>((resolve) => {
      answer = resolve;
    });
    read.mockImplementationOnce(() => stale);
    const keeper = open();
    keeper.refresh();
    keeper.press(1050, accept);
    await vi.waitFor(() => expect(keeper.getSnapshot().waiting).toBe(0));
    // The server has it by now; what is under way does not.
    board = buildBoard([{ ...card, status: 'accepted' }]);
    const seen: (string | undefined)[] = [];
    keeper.subscribe(() => seen.push(statusOf(keeper)));
    answer(doneWith(buildBoard([card])));

    await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(2));
    await vi.waitFor(() => expect(seen.length).toBeGreaterThan(1));
    expect(new Set(seen)).toEqual(new Set(['accepted']));
  });
});

describe('offline', () => {
  test('steps wait in order, are kept, and are sent when somebody answers', async () => {
    send.mockResolvedValue(null);
    const keeper = open();
    keeper.press(1050, accept);
    keeper.press(1050, cook);
    await vi.waitFor(() => expect(keeper.getSnapshot()).toMatchObject({ isReachable: false, waiting: 2 }));
    expect(statusOf(keeper)).toBe('cooking');
    expect(stored.size).toBe(2);

    send.mockReset().mockResolvedValue(done);
    keeper.retry();
    await vi.waitFor(() => expect(keeper.getSnapshot()).toMatchObject({ isReachable: true, waiting: 0 }));
    expect(send.mock.calls.map(([act]) => act.act)).toEqual(['accept', 'startCooking']);
    expect(stored.size).toBe(0);
  });

  test('a page that is loaded again goes on with what waited, once', async () => {
    send.mockResolvedValue(null);
    open().press(1050, accept);
    await vi.waitFor(() => expect(send).toHaveBeenCalled());

    const keeper = open();
    keeper.resume();
    keeper.resume();
    expect(keeper.getSnapshot().waiting).toBe(1);
    expect(statusOf(keeper)).toBe('accepted');
  });

  test('a step that was not sent yet is taken back without a word to the server', async () => {
    send.mockResolvedValue(null);
    const keeper = open();
    const retract = keeper.press(1050, accept);
    await vi.waitFor(() => expect(keeper.getSnapshot().isReachable).toBe(false));

    expect(retract()).toBe(true);
    expect(keeper.getSnapshot().waiting).toBe(0);
    expect(stored.size).toBe(0);
  });

  test('a step that is under way may have been done: it is not taken back silently', () => {
    send.mockImplementation(() => new Promise(() => {}));
    expect(open().press(1050, accept)()).toBe(false);
  });

  test('a server that is unwell keeps nothing from being sent later', async () => {
    send.mockResolvedValue(refused('unavailable'));
    const keeper = open();
    keeper.press(1050, accept);
    await vi.waitFor(() => expect(keeper.getSnapshot()).toMatchObject({ isReachable: false, isHeldUp: true, waiting: 1 }));

    send.mockResolvedValue(done);
    keeper.refresh();
    await vi.waitFor(() => expect(keeper.getSnapshot()).toMatchObject({ isReachable: true, isHeldUp: false, waiting: 0 }));
    expect(send).toHaveBeenCalledTimes(2);
  });

  test('a board that can be read says that steps still wait where they cannot be sent', async () => {
    send.mockResolvedValue(refused('unavailable'));
    const keeper = open();
    keeper.press(1050, accept);
    await vi.waitFor(() => expect(keeper.getSnapshot().isReachable).toBe(false));

    send.mockImplementation(() => new Promise(() => {}));
    keeper.refresh();
    await vi.waitFor(() => expect(keeper.getSnapshot()).toMatchObject({ isReachable: true, isHeldUp: true, waiting: 1 }));
  });

  test('what another page of the board sent meanwhile is not sent again', async () => {
    send.mockResolvedValueOnce(null);
    open().press(1050, accept);
    await vi.waitFor(() => expect(send).toHaveBeenCalledTimes(1));

    let free = () => {};
    const otherPage = new Promise<void>((resolve) => {
      free = resolve;
    });
    alone = (run) => otherPage.then(run);
    const keeper = open();
    keeper.resume();
    stored.clear();
    free();
    await vi.waitFor(() => expect(keeper.getSnapshot().waiting).toBe(0));
    expect(send).toHaveBeenCalledTimes(1);
  });
});

describe('what is refused', () => {
  test('is told once with all that was pressed after it, and the board shows the truth', async () => {
    send.mockResolvedValueOnce(null).mockResolvedValue(refused('impossible', { status: 'cancelled' }));
    const keeper = open();
    const told = vi.fn();
    keeper.onRefused(told);
    keeper.press(1050, accept);
    keeper.press(1050, cook);
    await vi.waitFor(() => expect(keeper.getSnapshot().isReachable).toBe(false));

    board = buildBoard([]);
    keeper.retry();
    await vi.waitFor(() => expect(keeper.getSnapshot().cards).toEqual([]));
    expect(told).toHaveBeenCalledTimes(1);
    expect(told.mock.calls[0]?.[0]).toMatchObject({ waiting: { number: 1050 }, answer: { values: { status: 'cancelled' } } });
    expect(stored.size).toBe(0);
  });

  test('leaves what was pressed on other deliveries', async () => {
    const other = buildCard({ number: 1051 });
    board = buildBoard([card, other]);
    send.mockResolvedValueOnce(null).mockResolvedValueOnce(refused('notFound')).mockResolvedValue(done);
    const keeper = open();
    keeper.press(1050, accept);
    keeper.press(1051, { act: 'accept', deliveryId: other.id, revision: 1 });
    await vi.waitFor(() => expect(keeper.getSnapshot().isReachable).toBe(false));

    keeper.retry();
    await vi.waitFor(() => expect(keeper.getSnapshot().waiting).toBe(0));
    expect(send.mock.calls.map(([act]) => act.deliveryId)).toEqual([deliveryId, deliveryId, other.id]);
  });

  test('because one is signed out waits for the same person to come back', async () => {
    send.mockResolvedValue(refused('signedOut'));
    const keeper = open();
    keeper.press(1050, accept);
    await vi.waitFor(() => expect(keeper.getSnapshot().isClosed).toBe(true));
    expect(stored.size).toBe(1);
  });
});

test('a board that is not there for one any more is closed', async () => {
  read.mockResolvedValue(refused('notFound'));
  const keeper = open();
  keeper.refresh();
  await vi.waitFor(() => expect(keeper.getSnapshot().isClosed).toBe(true));
});
