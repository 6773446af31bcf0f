import { SMTPServer } from 'smtp-server';

export type HeardMail = { from: string; to: string[]; raw: string };

/** A mail server that listens on this machine; `refuses` is the code that it answers to the so many-th recipient, 0 takes them. */
export async function startMailServer(refuses: (count: number) => number = () => 0, onPort = 0) {
  const heard: HeardMail[] = [];
  let recipients = 0;
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo: (_address, _session, callback) => {
      recipients += 1;
      const code = refuses(recipients);
      callback(code === 0 ? null : Object.assign(new Error('No'), { responseCode: code }));
    },
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const raw = Buffer.concat(chunks).toString('utf8');
        heard.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address), raw });
        callback();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(onPort, '127.0.0.1', () => resolve()));
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;

  return {
    url: `smtp://127.0.0.1:${port}/?from=${encodeURIComponent('Offhook <desk@example.com>')}`,
    heard,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** The parts of a mail as people read them: its headers unfolded and decoded, then all its texts. */
export function readMail(raw: string): { subject: string; id: string; texts: string } {
  const unfolded = raw.replace(/\r\n[ \t]+/g, ' ');
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(unfolded)?.[1] ?? '';
  return { subject: decodeWords(header('Subject')), id: header('Message-ID'), texts: decodeBody(raw) };
}

function decodeWords(text: string): string {
  return text
    .replace(/\?= +=\?/g, '?==?')
    .replace(/=\?utf-8\?([BQ])\?(.*?)\?=/gi, (_, kind: string, word: string) =>
      kind.toUpperCase() === 'B' ? Buffer.from(word, 'base64').toString('utf8') : quoted(word.replace(/_/g, ' ')),
    );
}

function decodeBody(raw: string): string {
  return raw
    .split(/\r\n--[^\r\n]+/)
    .map((part) => {
      const body = part.slice(part.indexOf('\r\n\r\n') + 4);
      if (/content-transfer-encoding: base64/i.test(part)) return Buffer.from(body, 'base64').toString('utf8');
      return /content-transfer-encoding: quoted-printable/i.test(part) ? quoted(body) : body;
    })
    .join('\n');
}

function quoted(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
