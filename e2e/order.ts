import { expect, type Page } from '@playwright/test';

/** By its code, as one types it while the customer speaks: `2x PI01` adds two. */
export async function addProduct(page: Page, typed: string): Promise<void> {
  const search = page.getByRole('combobox', { name: 'Add product' });
  await search.fill(typed);
  await page
    .getByRole('listbox', { name: 'Products' })
    .getByRole('option', { name: typed.split(' ').at(-1) })
    .click();
  await expect(search).toHaveValue('');
}

export async function draftIdOf(page: Page): Promise<string> {
  await expect(page).toHaveURL(/\/deliveries\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}
