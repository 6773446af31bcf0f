'use server';

import { z } from 'zod';
import { type ActionResult, doneWith, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { findProducts } from './queries.ts';
import type { ProductFound } from './types.ts';

const Search = z.object({ text: z.string().max(100, 'tooLong') });

/** The products an operator means by what they typed, best first. */
export async function searchProducts(raw: unknown): Promise<ActionResult<ProductFound[]>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = Search.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'delivery:edit')) return refused('notAllowed');

  return doneWith(await findProducts(input.data.text));
}
