import type { ActionResult, Refused } from '@/lib/action-result';
import { type ShownCard, type WaitingAct, withActs } from '@/lib/board/queue';
import type { Board } from '@/lib/board/types';
import type { ActOnDelivery } from '@/lib/deliveries/schema';
import type { BoardDoors } from './board-doors';
import type { KeptActs } from './kept-acts';

export type BoardView = {
  pointOfSale: Board['pointOfSale'];
  cards: ShownCard[];
  /** How many steps the server does not know yet. */
  waiting: number;
  /** Whether the last thing that was asked of the server was answered. */
  isReachable: boolean;
  /** Steps wait because one could not be sent, also where the board can be read. */
  isHeldUp: boolean;
  /** The server has no board for this browser any more: signed out, or moved to another point of sale. */
  isClosed: boolean;
  /** How far the server's clock is ahead of this device's. */
  clockOffsetMs: number;
};

export type RefusedAct = { waiting: WaitingAct; answer: Refused };

type Dependencies = {
  doors: BoardDoors;
  kept: KeptActs;
  now: () => number;
  /** Runs while no other page of this board sends. */
  alone: (run: () => Promise<void>) => Promise<void>;
};

/**
 * Keeps what the server says of a board and what was pressed here, and sends the second in order until each step is answered.
 * A step that the server refuses is told to whoever listens, and gone: the board shows what is true.
 */
export function createBoardKeeper(initial: Board, { doors, kept, now, alone }: Dependencies) {
  let board = initial;
  let clockOffsetMs = Date.parse(initial.now) - now();
  let waiting: WaitingAct[] = [];
  // Done at the server, but not on the board that was read last.
  let answered: WaitingAct[] = [];
  let isReachable = true;
  let isClosed = false;
  let isSending = false;
  let hasSendFailed = false;
  let reading: Promise<void> | null = null;
  let isReadAgain = false;
  let view = look();

  const watchers = new Set<() => void>();
  const refusals = new Set<(refused: RefusedAct) => void>();

  function look(): BoardView {
    const cards = withActs(board.cards, answered, waiting);
    const isHeldUp = hasSendFailed && waiting.length > 0;
    return { pointOfSale: board.pointOfSale, cards, waiting: waiting.length, isReachable, isHeldUp, isClosed, clockOffsetMs };
  }

  function changed() {
    view = look();
    for (const watch of watchers) watch();
  }

  function drop(gone: WaitingAct[]) {
    waiting = waiting.filter((each) => !gone.includes(each));
    for (const each of gone) kept.drop(each);
  }

  function refuse(first: WaitingAct, answer: Refused) {
    // What was pressed on it afterwards counted on this step: one sentence tells of all of them.
    drop(waiting.filter(({ act }) => act.deliveryId === first.act.deliveryId));
    for (const tell of refusals) tell({ waiting: first, answer });
  }

  /** Sends what waits, in order, as long as somebody answers. */
  async function flush(): Promise<void> {
    if (isSending) return;
    isSending = true;
    let isAnswered = false;
    try {
      await alone(async () => {
        isAnswered = await sendInOrder();
      });
    } finally {
      isSending = false;
      changed();
    }
    if (isAnswered) await refresh();
  }

  /** Answers whether anything was done or refused. */
  async function sendInOrder(): Promise<boolean> {
    let isAnswered = false;
    for (let next = waiting[0]; next; next = waiting[0]) {
      if (kept.isGone(next)) {
        // Another page of this board sent it: said again, it could undo what was done since.
        isAnswered = true;
        drop([next]);
        answered = [...answered, next];
        continue;
      }
      const answer = await doors.send(next.act);
      isReachable = wasAnswered(answer);
      hasSendFailed = !isReachable;
      if (!answer || !isReachable) break;
      // The page leads to the sign-in; what waits is sent when this user is back.
      isClosed = !answer.ok && answer.reason === 'signedOut';
      if (isClosed) break;

      isAnswered = true;
      if (answer.ok) {
        drop([next]);
        answered = [...answered, next];
      } else refuse(next, answer);
      changed();
    }

    return isAnswered;
  }

  /** Reads the board. One that is asked for meanwhile is read after that one. */
  function refresh(): Promise<void> {
    isReadAgain = reading !== null;
    reading ??= readUntilQuiet().finally(() => {
      reading = null;
    });
    return reading;
  }

  async function readUntilQuiet() {
    do {
      isReadAgain = false;
      await read();
    } while (isReadAgain);
  }

  async function read() {
    const before = answered;
    const answer = await doors.read();
    isReachable = wasAnswered(answer);
    isClosed = isReachable && !answer?.ok;
    if (answer?.ok) {
      board = answer.data;
      clockOffsetMs = Date.parse(board.now) - now();
      answered = answered.filter((each) => !before.includes(each));
    }
    changed();
    // The server answers: what could not be sent before can be now.
    if (answer?.ok && waiting.length > 0) void flush();
  }

  return {
    getSnapshot: () => view,
    subscribe(watch: () => void) {
      watchers.add(watch);
      return () => void watchers.delete(watch);
    },
    onRefused(tell: (refused: RefusedAct) => void) {
      refusals.add(tell);
      return () => void refusals.delete(tell);
    },
    /** Takes up what an earlier page of this device left unsent. */
    resume() {
      const isKnown = ({ order }: WaitingAct) => waiting.some((each) => each.order === order);
      waiting = [...kept.all().filter((each) => !isKnown(each)), ...waiting];
      changed();
      void flush();
    },
    /** Shown at once, sent as soon as it can be. Answers how to take it back: false where it may have been sent already. */
    press(number: number, act: ActOnDelivery): () => boolean {
      const order = Math.max(now(), (waiting.at(-1)?.order ?? 0) + 1);
      const pressed: WaitingAct = { order, number, act, pressedAt: new Date(now() + clockOffsetMs).toISOString() };
      waiting = [...waiting, pressed];
      kept.keep(pressed);
      changed();
      void flush();

      return () => {
        const isUnsent = waiting.includes(pressed) && !(isSending && waiting[0] === pressed);
        if (isUnsent) drop([pressed]);
        changed();
        return isUnsent;
      };
    },
    /** Somebody may answer again: sends what waits, and reads what is true. */
    retry() {
      void flush();
      void refresh();
    },
    refresh: () => void refresh(),
  };
}

function wasAnswered(answer: ActionResult<unknown> | null): boolean {
  return answer !== null && (answer.ok || answer.reason !== 'unavailable');
}

export type BoardKeeper = ReturnType<typeof createBoardKeeper>;
