import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import send from 'send';
import { COMPRESSED_TYPES, ENCODINGS } from './build-files.ts';

/** Answers a file of the build; false for what is none. */
export type BuildDoor = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** Where pages ask for what they were built with. Each name holds a hash of what is in it, so it may be kept for ever. */
const AT = '/_next/static/';
// No ranges: a part of a compressed copy is of no use to whoever takes parts of the plain one.
const SENDING: send.SendOptions = { index: false, acceptRanges: false, immutable: true, maxAge: '1y' };

/**
 * The door of the scripts, styles and fonts in `folder`, in front of Next: they were compressed once, when they were built, while Next
 * compresses each again for every browser that asks, beside the page that waits for them (docs/decisions/0027).
 */
export function openBuildDoor(folder: string): BuildDoor {
  return async (request, response) => {
    const [path = ''] = (request.url ?? '').split('?', 1);
    if (!path.startsWith(AT) || (request.method !== 'GET' && request.method !== 'HEAD')) return false;

    const name = path.slice(AT.length);
    const type = COMPRESSED_TYPES[extname(name)];
    const encoding = type && ENCODINGS.find((one) => accepts(request, one.name));

    return new Promise((resolve) => {
      response.once('close', () => resolve(true));
      const handOn = () => {
        // What was said of a file that cannot be sent is not true of the next one's answer.
        for (const header of response.getHeaderNames()) response.removeHeader(header);
        resolve(false);
      };
      send(request, encoding ? name + encoding.ending : name, { root: folder, ...SENDING })
        .on('headers', () => {
          response.setHeader('X-Content-Type-Options', 'nosniff');
          if (type) response.setHeader('Vary', 'Accept-Encoding').setHeader('Content-Type', type);
          if (encoding) response.setHeader('Content-Encoding', encoding.name);
        })
        .on('directory', handOn)
        .on('error', () => (response.headersSent ? response.destroy() : handOn()))
        .pipe(response);
    });
  };
}

function accepts({ headers }: IncomingMessage, encoding: string): boolean {
  // A browser that takes one says so without a weight; whoever writes `;q=` gets the plain file, which everybody can read.
  return String(headers['accept-encoding'] ?? '')
    .split(',')
    .some((one) => one.trim() === encoding);
}
