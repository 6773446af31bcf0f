import { DEMO_PASSWORD } from '../lib/demo-credentials.ts';
import { expect, test } from './fixtures.ts';
import { signIn } from './sign-in.ts';

test('a venue that signs in is at its own board', async ({ visitor, db }) => {
  const mokotow = await db.pointOfSale.findFirstOrThrow({ where: { name: 'Mokotów' } });

  await signIn(visitor, 'venue@offhook.test', DEMO_PASSWORD);

  await expect(visitor).toHaveURL(`/pos/${mokotow.id}`);
  await expect(visitor.getByRole('heading', { name: 'Mokotów', level: 1 })).toBeVisible();
});

test('a venue signs out by itself: the news of it neither cuts that off nor leads whoever is next to this board', async ({
  visitor,
}) => {
  const connection = visitor.waitForEvent('websocket');
  await signIn(visitor, 'venue@offhook.test', DEMO_PASSWORD);
  const live = await connection;
  const isClosed = live.waitForEvent('close');
  await visitor.route('**/pos/*', async (route) => {
    // The server tells the boards of an ended session before it answers whoever ended it.
    if (route.request().method() === 'POST') await isClosed;
    await route.continue();
  });
  const reads: string[] = [];
  visitor.on('request', (request) => request.url().includes('/api/pos/') && reads.push(request.url()));
  await expect(visitor.getByText('Connected')).toBeVisible();
  reads.length = 0;

  await visitor.getByRole('button', { name: 'Sign out' }).click();

  await expect(visitor).toHaveURL('/sign-in');
  expect(reads, 'a board is read by nobody who leaves it').toEqual([]);
  await visitor.goto('/');
  await expect(visitor).toHaveURL(/sign-in/);
});

test.describe('where nobody answers', () => {
  test.use({ expectedComplaints: [/ERR_FAILED/] });

  test('a board that cannot sign out stays, connected, and says so', async ({ venue }) => {
    await venue.goto('/');
    await expect(venue.getByText('Connected')).toBeVisible();
    await venue.route('**/pos/*', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));

    await venue.getByRole('button', { name: 'Sign out' }).click();

    await expect(venue.getByText('It did not work just now.').first()).toBeVisible();
    await expect(venue.getByText('Connected')).toBeVisible();
    await expect(venue.getByRole('heading', { name: 'Mokotów', level: 1 })).toBeVisible();
  });
});

test.describe('[R34] what a venue may not see is not there', () => {
  test.use({ expectedComplaints: [/404/] });

  test('the board of another point of sale', async ({ venue, db }) => {
    const other = await db.pointOfSale.findFirstOrThrow({ where: { name: { not: 'Mokotów' } } });
    const answer = await venue.goto(`/pos/${other.id}`);

    expect(answer?.status()).toBe(404);
    await expect(venue.getByText(other.name)).toHaveCount(0);
  });

  for (const path of ['/deliveries', '/deliveries/new', '/drivers', '/admin/users']) {
    test(`${path} of the desk`, async ({ venue }) => {
      const answer = await venue.goto(path);

      expect(answer?.status()).toBe(404);
      await expect(venue.getByRole('navigation')).toHaveCount(0);
      await expect(venue.getByRole('status', { name: 'Phone status' })).toHaveCount(0);
    });
  }
});
