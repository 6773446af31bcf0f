import { hashPassword } from '../lib/auth/password.ts';
import type { PrismaClient } from '../lib/db/generated/client.ts';
import { createUser } from '../prisma/factories/people.ts';
import { phoneStatus } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { fillSignIn, signIn } from './sign-in.ts';

const PASSWORD = 'a password of this story';

/** An operator of the story's own: what it does to their sessions and failures troubles nobody else. */
async function hire(db: PrismaClient) {
  return createUser(db, { passwordHash: await hashPassword(PASSWORD), isDemo: true });
}

test('a wrong password and an unknown e-mail are told the same', async ({ visitor, db }) => {
  const { email } = await hire(db);
  const sentences = [];
  for (const tried of [email, 'nobody@offhook.test']) {
    await visitor.goto('/sign-in');
    await fillSignIn(visitor, tried, 'not the password');
    const alert = visitor.getByRole('alert').filter({ hasText: /\w/ });
    await expect(alert).toBeVisible();
    sentences.push(await alert.textContent());
    await expect(visitor).toHaveURL(/sign-in/);
  }
  expect(new Set(sentences).size).toBe(1);
});

test('who is not signed in is led to the sign-in, and from there to where they wanted to go', async ({ visitor, db }) => {
  const { email } = await hire(db);
  const open = await db.delivery.findFirstOrThrow({ where: { status: 'sent' } });
  const wanted = `/deliveries/${open.id}`;

  await visitor.goto(wanted);
  await expect(visitor).toHaveURL(`/sign-in?callbackUrl=${encodeURIComponent(wanted)}`);
  await fillSignIn(visitor, email, PASSWORD);

  await expect(visitor).toHaveURL(wanted);
});

for (const elsewhere of ['https://offhook.invalid/', '//offhook.invalid', '/\\offhook.invalid', 'javascript:alert(1)']) {
  test(`[R37] a sign-in never leads to ${elsewhere}`, async ({ visitor, db }) => {
    const { email } = await hire(db);
    await visitor.goto(`/sign-in?callbackUrl=${encodeURIComponent(elsewhere)}`);
    await fillSignIn(visitor, email, PASSWORD);
    await expect(visitor).toHaveURL(/127\.0\.0\.1:\d+\/deliveries$/);
  });
}

test('signing out closes the desk, here and on the way back', async ({ visitor, db }) => {
  const { email } = await hire(db);
  await signIn(visitor, email, PASSWORD);
  await visitor.goto('/deliveries');

  await visitor.getByRole('button', { name: 'Your profile' }).click();
  await visitor.getByRole('menuitem', { name: 'Sign out' }).click();

  await expect(visitor).toHaveURL(/sign-in/);
  await visitor.goto('/deliveries');
  await expect(visitor).toHaveURL(/sign-in/);
});

test('[R36] a session that is revoked loses its open desk within seconds', async ({ visitor, db }) => {
  const user = await hire(db);
  await signIn(visitor, user.email, PASSWORD);
  await visitor.goto('/deliveries');
  await expect(phoneStatus(visitor)).toBeVisible();

  await db.session.updateMany({ where: { userId: user.id }, data: { revokedAt: new Date() } });

  await expect(visitor).toHaveURL(/sign-in/);
});

test('[R36] so does a user who is disabled', async ({ visitor, db }) => {
  const user = await hire(db);
  await signIn(visitor, user.email, PASSWORD);
  await visitor.goto('/deliveries');
  await expect(phoneStatus(visitor)).toBeVisible();

  await db.user.update({ where: { id: user.id }, data: { disabledAt: new Date() } });

  await expect(visitor).toHaveURL(/sign-in/);
});

test.describe('[R34] what one may not see', () => {
  test.use({ expectedComplaints: [/404/] });

  test('is not found', async ({ olga }) => {
    const answer = await olga.goto('/admin/users');
    expect(answer?.status()).toBe(404);
  });
});
