'use server';

import { type ActionResult, doneWith, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { findLackingProducts, findOffers, findProducts } from './queries.ts';
import { LackingProducts, OfferProducts, SearchProducts } from './schema.ts';
import type { ProductFound, ProductLack, ProductOffers } from './types.ts';

/** The products an operator means by what they typed, best first, as the chosen point of sale sells them. */
export async function searchProducts(raw: unknown): Promise<ActionResult<ProductFound[]>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = SearchProducts.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'delivery:edit')) return refused('notAllowed');

  return doneWith(await findProducts(input.data.text, input.data.pointOfSaleId));
}

/** What to offer before anything is typed. */
export async function offerProducts(raw: unknown): Promise<ActionResult<ProductOffers>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = OfferProducts.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'delivery:edit')) return refused('notAllowed');

  return doneWith(await findOffers(input.data.customerId, input.data.pointOfSaleId));
}

/** Which products of an order its point of sale cannot make now, so that nobody learns of it by sending. */
export async function listLackingProducts(raw: unknown): Promise<ActionResult<ProductLack[]>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = LackingProducts.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'delivery:read')) return refused('notAllowed');

  return doneWith(await findLackingProducts(input.data.productIds, input.data.pointOfSaleId));
}
