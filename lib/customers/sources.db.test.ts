import { expect, test, vi } from 'vitest';
import { createCustomer } from '../../prisma/factories/customers.ts';
import { db } from '../db/client.ts';
import { listSources } from './sources.ts';

test('[S0.16b] sources are suggested as they were written before, the most frequent first, counted once in five minutes', async () => {
  const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
  for (const source of ['Leaflet', 'A friend', 'A friend', '']) await createCustomer(db, { source });
  expect(await listSources()).toEqual(['A friend', 'Leaflet']);

  await createCustomer(db, { source: 'Radio' });
  clock.mockReturnValue(5 * 60_000 - 1);
  expect(await listSources()).toEqual(['A friend', 'Leaflet']);
  clock.mockReturnValue(5 * 60_000);
  expect(await listSources()).toEqual(['A friend', 'Leaflet', 'Radio']);
});
