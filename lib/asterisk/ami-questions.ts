import type { AmiReply } from './ami-client.ts';
import type { AmiMessage } from './ami-protocol.ts';
import { AmiFailure, type AmiProblem } from './problems.ts';

export type Asked = { id: string; answer: Promise<AmiReply>; drop: () => void };

type Open = {
  /** Null until Asterisk has said yes; a list's items follow that. */
  reply: AmiMessage | null;
  items: AmiMessage[];
  resolve: (reply: AmiReply) => void;
  reject: (error: AmiFailure) => void;
  timer: NodeJS.Timeout;
};

/** The actions that wait for their answer, found again by their ActionID. */
export function createQuestions() {
  const open = new Map<string, Open>();
  let asked = 0;

  function settle(id: string, question: Open, reply: AmiMessage): void {
    open.delete(id);
    clearTimeout(question.timer);
    question.resolve({
      isDone: reply.Response === 'Success',
      message: reply.Message ?? '',
      fields: reply,
      items: question.items,
    });
  }

  return {
    open: (patienceMs: number, onTimeout: () => void): Asked => {
      asked += 1;
      const id = `offhook.${asked}`;
      const timer = setTimeout(onTimeout, patienceMs);
      const answer = new Promise<AmiReply>((resolve, reject) => {
        open.set(id, { reply: null, items: [], resolve, reject, timer });
      });
      const drop = () => {
        clearTimeout(timer);
        open.delete(id);
      };
      return { id, answer, drop };
    },

    /** Whether the message belongs to an answer. */
    take: (message: AmiMessage): boolean => {
      const id = message.ActionID ?? '';
      const question = open.get(id);
      if (!question) return false;

      const list = message.EventList?.toLowerCase();
      if (question.reply === null && !message.Response) return false;
      if (question.reply === null && list !== 'start') settle(id, question, message);
      else if (question.reply && list === 'complete') settle(id, question, question.reply);
      else {
        if (question.reply) question.items.push(message);
        else question.reply = message;
        // A long list is no silence.
        question.timer.refresh();
      }
      return true;
    },

    failAll: (problem: AmiProblem): void => {
      for (const { timer, reject } of open.values()) {
        clearTimeout(timer);
        reject(new AmiFailure(problem));
      }
      open.clear();
    },
  };
}
