import type { AuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { isSecureOrigin, requireSecret } from '../env.ts';
import { log } from '../log.ts';
import { signInWithPassword } from './authenticate.ts';
import { safeCallbackUrl } from './callback-url.ts';
import { clientOf } from './request-facts.ts';
import { userOfSession } from './session-queries.ts';
import { SESSION_COOKIE, SESSION_HOURS } from './session-token.ts';
import { revokeSession } from './sessions.ts';

/**
 * next-auth keeps the cookie, its encryption and the CSRF token. What it calls a user's id (`sub`) is the id of a
 * Session row here: its Credentials provider has no database sessions, and a row can be revoked where a token cannot.
 */
export function authOptions(): AuthOptions {
  return {
    secret: requireSecret(),
    session: { strategy: 'jwt', maxAge: SESSION_HOURS * 3_600 },
    useSecureCookies: isSecureOrigin,
    cookies: { sessionToken: SESSION_COOKIE },
    pages: { signIn: '/sign-in', signOut: '/', error: '/sign-in' },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {} },
        authorize: async (credentials, request) => {
          const sessionId = await signInWithPassword(
            credentials,
            clientOf((name) => request.headers?.[name]),
          );
          return sessionId ? { id: sessionId } : null;
        },
      }),
    ],
    callbacks: {
      jwt: ({ token }) => ({ sub: token.sub }),
      session: async ({ session, token }) => {
        const user = token.sub ? await userOfSession(token.sub) : null;
        return user
          ? { expires: session.expires, user: { name: user.name, email: user.email } }
          : { expires: new Date(0).toISOString() };
      },
      redirect: ({ url, baseUrl }) => baseUrl + (safeCallbackUrl(url.replace(baseUrl, '')) ?? '/'),
    },
    events: {
      signOut: async ({ token }) => {
        if (token.sub) await revokeSession(token.sub, (await userOfSession(token.sub))?.id);
      },
    },
    logger: {
      error: (code, details) => log.error({ code, details }, 'next-auth failed.'),
      warn: (code) => log.debug({ code }, 'next-auth warns.'),
      debug: () => undefined,
    },
  };
}
