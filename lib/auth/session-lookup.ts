import { userOfSession } from './session-queries.ts';
import { readSessionId, SESSION_COOKIE } from './session-token.ts';
import type { SignedInUser } from './signed-in-user.ts';

/** The user behind a token; null when it is forged, or its session is over. */
export async function userOfToken(token: string | undefined): Promise<SignedInUser | null> {
  const sessionId = await readSessionId(token);
  return sessionId ? userOfSession(sessionId) : null;
}

function cookieValue(header: string, name: string): string | undefined {
  const pair = header.split(';').find((each) => each.trimStart().startsWith(`${name}=`));
  return pair?.slice(pair.indexOf('=') + 1).trim();
}

/** For a socket's handshake, which has a Cookie header and no framework around it. */
export function sessionFromCookies(cookieHeader: string | undefined): Promise<SignedInUser | null> {
  return userOfToken(cookieValue(cookieHeader ?? '', SESSION_COOKIE.name));
}
