/** A response or an event: header to text. Of a header that repeats the first stands. */
export type AmiMessage = Readonly<Record<string, string>>;

/** What is asked of Asterisk. A header with several texts is written once for each (`Variable`). */
export type AmiAction = { Action: string } & Readonly<Record<string, string | readonly string[]>>;

export type AmiReader = {
  /** What the bytes complete, in order. Throws on what no Asterisk sends; the reader is of no use after that. */
  push: (bytes: Uint8Array) => AmiMessage[];
  /** Asterisk's first line, null until it is whole. */
  banner: () => string | null;
};

const BANNER = 'Asterisk Call Manager/';
const MAX_BANNER_BYTES = 200;
/** The longest answer known is a list of commands, 12 kB. */
const MAX_MESSAGE_BYTES = 256 * 1024;
const LINE_END = '\r\n';
const MESSAGE_END = Buffer.from('\r\n\r\n');

/** Puts bytes together to messages, however they were cut on the way. */
export function createAmiReader(): AmiReader {
  let banner: string | null = null;
  let rest = Buffer.alloc(0);

  function takeBanner(): void {
    const end = rest.indexOf(LINE_END);
    const written = rest.subarray(0, end < 0 ? MAX_BANNER_BYTES : end).toString('latin1');
    const isPossible = written.startsWith(BANNER) || (end < 0 && BANNER.startsWith(written));
    if (!isPossible || (end < 0 && rest.length > MAX_BANNER_BYTES))
      throw new Error('This is not the manager interface of Asterisk.');
    if (end < 0) return;

    banner = written;
    rest = rest.subarray(end + LINE_END.length);
  }

  function takeMessages(from: number): AmiMessage[] {
    const messages: AmiMessage[] = [];
    let begin = 0;
    let end = rest.indexOf(MESSAGE_END, from);
    while (end >= 0) {
      const message = parse(rest.subarray(begin, end).toString('utf8'));
      if (message) messages.push(message);
      begin = end + MESSAGE_END.length;
      end = rest.indexOf(MESSAGE_END, begin);
    }
    // A copy: a view of the rest would keep a whole burst in memory.
    if (begin > 0) rest = Buffer.from(rest.subarray(begin));
    if (rest.length > MAX_MESSAGE_BYTES) throw new Error('A message of the manager interface does not end.');
    return messages;
  }

  return {
    banner: () => banner,
    push: (bytes) => {
      // What was looked through before is not looked through again, but for an end that was cut.
      const seen = banner === null ? 0 : Math.max(0, rest.length - MESSAGE_END.length + 1);
      rest = Buffer.concat([rest, bytes]);
      if (banner !== null) return takeMessages(seen);
      takeBanner();
      return banner === null ? [] : takeMessages(0);
    },
  };
}

function parse(text: string): AmiMessage | null {
  const headers = new Map<string, string>();
  for (const line of text.split(LINE_END)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return headers.size > 0 ? Object.fromEntries(headers) : null;
}

const NAME = /^[A-Za-z][A-Za-z0-9]*$/;

/** Throws on anything that could end a line and so begin another header or action (R40). */
export function writeAction(action: AmiAction): string {
  const lines = Object.entries(action).flatMap(([name, texts]) => {
    if (!NAME.test(name)) throw new Error('An action of the manager interface has a header without a proper name.');
    return [texts].flat().map((text) => `${name}: ${plain(text)}${LINE_END}`);
  });
  return lines.join('') + LINE_END;
}

function plain(text: string): string {
  if (/\p{Cc}/u.test(text)) throw new Error('A text for the manager interface holds a control character.');
  return text;
}
