import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { CLIENT_ADDRESS_HEADER, NONCE_HEADER, PATH_HEADER } from '../lib/auth/private-headers.ts';
import { clientAddress } from './client-address.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';

const NONCE_BYTES = 16;
const NOWHERE = 'http://offhook.invalid';

/** `/deliveries?_rsc=abc&day=today` → `/deliveries?day=today`: Next's own parameter is no part of a page's address. */
function pageAddress(requestUrl: string): string {
  if (!requestUrl.startsWith('/') || !URL.canParse(requestUrl, NOWHERE)) return '/';
  if (!requestUrl.includes('_rsc=')) return requestUrl;

  const url = new URL(requestUrl, NOWHERE);
  url.searchParams.delete('_rsc');
  return url.pathname + url.search;
}

/** Answers an address that no page can be looked up by (`/%E0%A4%A`), which Next would call an error of ours. */
export function refuseUnreadable(request: IncomingMessage, response: ServerResponse): boolean {
  try {
    decodeURIComponent((request.url ?? '/').split('?', 1)[0] ?? '/');
    return false;
  } catch {
    response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' }).end('This address cannot be read.\n');
    return true;
  }
}

export type RequestFacts = {
  isDevelopment: boolean;
  phoneAddresses: readonly string[];
  trustedProxies: readonly string[];
};

/** Tells the pages what only the connection knows, over whatever the client claimed, and the browser what it may do. */
export function prepareRequest(
  request: IncomingMessage,
  response: ServerResponse,
  { isDevelopment, phoneAddresses, trustedProxies }: RequestFacts,
): void {
  const nonce = randomBytes(NONCE_BYTES).toString('base64');
  const policy = contentSecurityPolicy(nonce, isDevelopment, phoneAddresses);

  request.headers[CLIENT_ADDRESS_HEADER] = clientAddress(
    request.socket.remoteAddress ?? '',
    String(request.headers['x-forwarded-for'] ?? ''),
    trustedProxies,
  );
  request.headers[PATH_HEADER] = pageAddress(request.url ?? '/');
  request.headers[NONCE_HEADER] = nonce;
  // Next reads the nonce for its own scripts from here.
  request.headers['content-security-policy'] = policy;

  response.setHeader('Content-Security-Policy', policy);
}
