import { createHash } from 'node:crypto';
import type { Socket } from 'node:net';
import { log } from '../log.ts';
import { ConnectFailure, connectOutside } from '../outgoing/connect-outside.ts';
import { type Outside, theOutside } from '../outgoing/outside.ts';
import { type AmiAction, type AmiMessage, createAmiReader, writeAction } from './ami-protocol.ts';
import { createQuestions } from './ami-questions.ts';
import { AmiFailure, type AmiProblem } from './problems.ts';

export type AmiTarget = { host: string; port: number; tls: boolean; user: string; secret: string };

/** What Asterisk answered to an action; `items` are the events of a list. */
export type AmiReply = { isDone: boolean; message: string; fields: AmiMessage; items: AmiMessage[] };

export type AmiSession = {
  /** Throws an AmiFailure when no answer comes; an answer that says no is an answer. */
  ask: (action: AmiAction) => Promise<AmiReply>;
  /** Why the connection is over, as soon as it is. */
  ended: Promise<AmiProblem>;
  close: () => void;
};

export type AmiOptions = {
  /** Classes of events to be told of, or `off`. */
  events: string;
  onEvent?: (event: AmiMessage) => void;
  outside?: Outside;
  patience?: Patience;
};

type Patience = { answerMs: number; pingEveryMs: number };

// A connection that is dead without a word is noticed after at most 10 + 5 s (R24 allows 30).
const PATIENCE: Patience = { answerMs: 5_000, pingEveryMs: 10_000 };

/** Connects and logs in. The secret never travels: Asterisk asks for a digest of it with a challenge. Throws an AmiFailure. */
export async function openAmi(target: AmiTarget, options: AmiOptions): Promise<AmiSession> {
  const patience = options.patience ?? PATIENCE;
  const session = follow(await connect(target, options.outside), options.onEvent, patience);
  try {
    await logIn(session, target, options.events);
  } catch (error) {
    session.close();
    throw error;
  }
  session.keepAlive();
  return session;
}

async function connect(target: AmiTarget, outside: Outside = theOutside): Promise<Socket> {
  try {
    return await connectOutside(target, outside);
  } catch (error) {
    throw error instanceof ConnectFailure ? new AmiFailure(error.problem) : error;
  }
}

async function logIn(session: AmiSession, { user, secret }: AmiTarget, events: string): Promise<void> {
  const challenge = await session.ask({ Action: 'Challenge', AuthType: 'MD5' });
  const key = createHash('md5')
    .update(`${challenge.fields.Challenge ?? ''}${secret}`)
    .digest('hex');
  const login = await session.ask({ Action: 'Login', AuthType: 'MD5', Username: user, Key: key, Events: events });
  if (!login.isDone) throw new AmiFailure('loginRefused');
}

/** Reads until the connection ends, by whomever, and says once why. */
function follow(socket: Socket, onEvent: AmiOptions['onEvent'], { answerMs, pingEveryMs }: Patience) {
  const reader = createAmiReader();
  const questions = createQuestions();
  let settle: (problem: AmiProblem) => void = () => undefined;
  const ended = new Promise<AmiProblem>((resolve) => {
    settle = resolve;
  });
  let pings: NodeJS.Timeout | undefined;
  let over: AmiProblem | null = null;

  function end(problem: AmiProblem): void {
    if (over) return;
    over = problem;
    clearInterval(pings);
    questions.failAll(problem);
    socket.destroy();
    settle(problem);
  }

  async function ask(action: AmiAction): Promise<AmiReply> {
    if (over) throw new AmiFailure(over);
    const asked = questions.open(answerMs, () => end(reader.banner() === null ? 'notAsterisk' : 'timeout'));
    try {
      socket.write(writeAction({ ...action, ActionID: asked.id }));
    } catch (error) {
      asked.drop();
      throw error;
    }
    return asked.answer;
  }

  socket.setNoDelay(true);
  function read(bytes: Uint8Array): AmiMessage[] {
    try {
      return reader.push(bytes);
    } catch {
      end('notAsterisk');
      return [];
    }
  }

  /** What one event does wrong costs neither the connection nor the process. */
  function tell(message: AmiMessage): void {
    try {
      onEvent?.(message);
    } catch (error) {
      log.error({ err: error, event: message.Event }, 'An event of Asterisk could not be followed');
    }
  }

  socket.on('data', (bytes) => {
    for (const message of read(bytes)) if (!questions.take(message) && message.Event) tell(message);
  });
  socket.on('error', () => end('lost'));
  socket.on('close', () => end('lost'));

  return {
    ask,
    ended,
    close: () => end('lost'),
    keepAlive: () => {
      pings = setInterval(() => void ask({ Action: 'Ping' }).catch(() => undefined), pingEveryMs);
    },
  };
}
