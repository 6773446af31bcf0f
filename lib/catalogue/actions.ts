'use server';

import { revalidatePath } from 'next/cache';
import { type ActionResult, done, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { now } from '../clock.ts';
import { publish } from '../realtime/publish.ts';
import { type CategoryOutcome, storeCategoryChange, storeNewCategory } from './category-store.ts';
import { AddCategory, AddProduct, ChangeCategory, ChangeProduct } from './schema.ts';
import { type ProductOutcome, storeNewProduct, storeProductChange } from './store.ts';

/** Changes one cell of the catalogue: a price, a name, whether a product is sold out. */
export async function changeProduct(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = ChangeProduct.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'catalogue:edit')) return refused('notAllowed');

  return answerProduct(await storeProductChange(input.data, { userId: user.id, at: now() }), user.id);
}

export async function addProduct(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = AddProduct.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'catalogue:edit')) return refused('notAllowed');

  return answerProduct(await storeNewProduct(input.data, { userId: user.id, at: now() }), user.id);
}

export async function addCategory(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = AddCategory.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'catalogue:edit')) return refused('notAllowed');

  return answerCategory(await storeNewCategory(input.data, { userId: user.id }), user.id);
}

/** Renames, moves or deletes a category. */
export async function changeCategory(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = ChangeCategory.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'catalogue:edit')) return refused('notAllowed');

  return answerCategory(await storeCategoryChange(input.data, { userId: user.id }), user.id);
}

function answerProduct(outcome: ProductOutcome, byId: string): ActionResult {
  switch (outcome.kind) {
    case 'notFound':
      return refused('notFound');
    case 'codeTaken':
      return { ...refused('invalid', { product: outcome.by }), fields: { code: 'codeTaken' } };
    case 'stored':
      if (outcome.isChanged) tell(outcome.productId, byId);
      return done;
  }
}

function answerCategory(outcome: CategoryOutcome, byId: string): ActionResult {
  switch (outcome.kind) {
    case 'notFound':
      return refused('notFound');
    case 'nameTaken':
      return { ...refused('invalid'), fields: { name: 'nameTaken' } };
    case 'notEmpty':
      return { ...refused('invalid', { count: String(outcome.count) }), fields: { categoryId: 'notEmpty' } };
    case 'stored':
      if (outcome.isChanged) tell(null, byId);
      return done;
  }
}

function tell(productId: string | null, byId: string): void {
  publish('deliveries', 'catalogue:changed', { productId, byId });
  revalidatePath('/admin/catalogue');
}
