import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { PbxSettings } from '../../scripts/asterisk/settings.ts';

type Message = Record<string, string>;

/** A login at the manager interface as Offhook's, to see what it may. */
export type Manager = {
  /** Asterisk's answer: `Response` is `Success`, or `Error` with a `Message`. */
  ask: (action: string, fields?: Message) => Promise<Message>;
  /** What it was told since it logged in. */
  events: () => Message[];
  close: () => void;
};

const END_OF_MESSAGE = '\r\n\r\n';

export async function openManager({ amiPort, amiSecret }: PbxSettings): Promise<Manager> {
  const socket = connect(amiPort, '127.0.0.1');
  const events: Message[] = [];
  const answers = new Map<string, Message>();
  let text = '';
  socket.setEncoding('utf8').on('data', (more: string) => {
    text += more;
    const messages = text.split(END_OF_MESSAGE);
    text = messages.pop() ?? '';
    for (const message of messages.map(parse)) {
      if (message.Response) answers.set(message.ActionID ?? '', message);
      else events.push(message);
    }
    socket.emit('messages');
  });
  await once(socket, 'connect');

  let asked = 0;
  async function ask(action: string, fields: Message = {}): Promise<Message> {
    asked += 1;
    const id = String(asked);
    const lines = Object.entries({ Action: action, ActionID: id, ...fields }).map(([name, value]) => `${name}: ${value}`);
    socket.write(lines.join('\r\n') + END_OF_MESSAGE);
    for (;;) {
      const answer = answers.get(id);
      if (answer) return answer;
      await once(socket, 'messages');
    }
  }

  const { Challenge = '' } = await ask('Challenge', { AuthType: 'MD5' });
  const key = createHash('md5').update(`${Challenge}${amiSecret}`).digest('hex');
  const { Response, Message } = await ask('Login', { AuthType: 'MD5', Username: 'offhook', Key: key });
  if (Response !== 'Success') throw new Error(`The manager interface refused us: ${Message}`);
  return { ask, events: () => events, close: () => socket.destroy() };
}

function parse(message: string): Message {
  const lines = message.split('\r\n').filter((line) => line.includes(': '));
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]));
}
