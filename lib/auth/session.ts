import { cookies } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { signInAddress } from './callback-url.ts';
import { requestedPath } from './request-facts.ts';
import { may, type Permission } from './roles.ts';
import { userOfToken } from './session-lookup.ts';
import { SESSION_COOKIE } from './session-token.ts';
import type { SignedInUser } from './signed-in-user.ts';

export type { SignedInUser } from './signed-in-user.ts';

/** Who is signed in, for actions and route handlers; null answers 401 or `refused('signedOut')`. */
export async function currentUser(): Promise<SignedInUser | null> {
  return userOfToken((await cookies()).get(SESSION_COOKIE.name)?.value);
}

/** First line of every page: leads to the sign-in and back; a page one may not see is not found. */
export async function pageUser(permission: Permission): Promise<SignedInUser> {
  const user = await currentUser();
  if (!user) redirect(signInAddress(await requestedPath()));
  if (!may(user, permission)) notFound();
  return user;
}
