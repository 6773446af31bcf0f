'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { signInWithPassword } from './authenticate.ts';
import { safeCallbackUrl } from './callback-url.ts';
import { homeOf } from './home.ts';
import { currentClient } from './request-facts.ts';
import { currentUser } from './session.ts';
import { userOfSession } from './session-queries.ts';
import { SESSION_COOKIE, sealSessionId } from './session-token.ts';
import { revokeSession } from './sessions.ts';

/** The e-mail stays in the field; a password is never sent back. */
export type SignInState = { hasFailed: boolean; email: string };

const text = z.string().catch('');
const SignInForm = z.object({ email: text, password: text, callbackUrl: text });

/** An action rather than a script's request, so that the form works before its page has come alive, or without script. */
export async function signIn(_: SignInState, form: FormData): Promise<SignInState> {
  const { email, password, callbackUrl } = SignInForm.parse(Object.fromEntries(form));
  const before = await currentUser();

  const sessionId = await signInWithPassword({ email, password }, await currentClient());
  if (!sessionId) return { hasFailed: true, email };

  // Whoever used this browser before leaves it, with the sockets of their open tabs.
  if (before) await revokeSession(before.sessionId, before.id);
  (await cookies()).set(SESSION_COOKIE.name, await sealSessionId(sessionId), SESSION_COOKIE.options);
  const user = await userOfSession(sessionId);
  redirect(safeCallbackUrl(callbackUrl) ?? (user ? homeOf(user) : '/'));
}

/** Ends this browser's session at once, and the sockets of all its tabs. */
export async function signOut(): Promise<void> {
  const user = await currentUser();
  if (user) await revokeSession(user.sessionId, user.id);

  (await cookies()).delete(SESSION_COOKIE.name);
  redirect('/sign-in');
}
