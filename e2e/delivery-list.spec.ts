import { sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';

test('the filters show what is filtered, also where the address changes without them', async ({ olga }) => {
  await sitDown(olga);
  const [day, search] = [olga.getByRole('combobox', { name: 'Day' }), olga.getByRole('searchbox', { name: 'Search deliveries' })];
  await day.selectOption('any');
  await search.fill('nobody has this name');
  await expect(olga).toHaveURL(/text=nobody/);
  await expect(search).toHaveValue('nobody has this name');

  await olga.getByRole('link', { name: 'Clear filters' }).click();
  await expect(olga).toHaveURL(/\/deliveries$/);
  await expect(search).toHaveValue('');
  await expect(day).toHaveValue('');

  await day.selectOption('any');
  await expect(olga).toHaveURL(/day=any/);
  await olga.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Deliveries' }).click();
  await expect(day).toHaveValue('');

  await olga.goBack();
  await expect(olga).toHaveURL(/day=any/);
  await expect(day).toHaveValue('any');
});
