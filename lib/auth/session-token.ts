import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { isSecureOrigin, requireSecret } from '../env.ts';

export const SESSION_HOURS = 12;
const SESSION_SECONDS = SESSION_HOURS * 3_600;

/** One cookie for both doors: next-auth's endpoint and the sign-in page's action. */
export const SESSION_COOKIE = {
  name: isSecureOrigin ? '__Secure-next-auth.session-token' : 'next-auth.session-token',
  options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecureOrigin, maxAge: SESSION_SECONDS },
} as const;

const Token = z.object({ sub: z.uuid() });

/** The token carries the id of a Session row and nothing else: everything about the user is looked up. */
export function sealSessionId(sessionId: string): Promise<string> {
  return encode({ token: { sub: sessionId }, secret: requireSecret(), maxAge: SESSION_SECONDS });
}

/** The session id in a token; null when it is missing, forged or out of date. */
export async function readSessionId(token: string | undefined): Promise<string | null> {
  if (!token) return null;

  const payload = await decode({ token, secret: requireSecret() }).catch(() => null);
  return Token.safeParse(payload).data?.sub ?? null;
}
