import type { Page } from '@playwright/test';
import { hashPassword } from '../lib/auth/password.ts';
import type { PrismaClient } from '../lib/db/generated/client.ts';
import { seal } from '../lib/pbx/vault.ts';
import { createConnection, createLine, createPbxAccount, createPbxSecret } from '../prisma/factories/pbx.ts';
import { createUser } from '../prisma/factories/people.ts';
import { CALLERS } from '../scripts/call/demo-world.ts';
import { createPbx } from '../scripts/call/webhook-client.ts';
import { currentCall, incomingCall, sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { signIn } from './sign-in.ts';

const NAME = 'Trial of a desk phone';
const PASSWORD = 'a trial of passwords';
const SECRET = 'whsec_YSBkZXNrIHBob25lIG9mIGl0cyBvd24uLi4=';
const EXTENSION = '801';
const KEYS = 'Use the keys of your phone';

// Other stories read numbers by the first connection there is.
test.afterEach(async ({ db }) => {
  const connection = { name: NAME };
  await db.call.deleteMany({ where: { connection } });
  await db.line.deleteMany({ where: { connection } });
  await db.pbxConnection.deleteMany({ where: connection });
  await db.user.updateMany({ where: { name: NAME }, data: { disabledAt: new Date(), name: 'Former person' } });
});

/** Somebody with a phone on the desk, and the PBX that tells of it. */
async function deskPhone(db: PrismaClient, kind: 'asterisk' | 'webhook') {
  const slug = `trial-${Date.now()}`;
  const { id: connectionId } = await createConnection(db, { name: NAME, slug, kind });
  await createPbxSecret(db, { connectionId, sealed: seal(SECRET) });
  const user = await createUser(db, { name: NAME, callsWith: 'desk_phone', passwordHash: await hashPassword(PASSWORD) });
  await createPbxAccount(db, { userId: user.id, connectionId, extension: EXTENSION, device: 'registered' });
  const line = await createLine(db, { connectionId, operatorIds: [user.id] });
  const pbx = createPbx({ url: process.env.E2E_BASE_URL ?? '', source: slug, secret: SECRET });
  const ring = () => pbx.ring({ from: CALLERS.vera.number, line: line.e164, extensions: [EXTENSION] });
  return { email: user.email, pbx, ring };
}

async function expectOnlyAtPhone(page: Page, names: string[]): Promise<void> {
  for (const name of names) {
    const button = page.getByRole('button', { name, exact: true });
    await expect(button).toHaveAttribute('aria-disabled', 'true');
    await expect(button).toHaveAccessibleDescription(KEYS);
  }
}

/** What the desk asks of the phone. The PBX of these stories is none that could do it. */
async function askedOf(page: Page): Promise<unknown[]> {
  const asked: unknown[] = [];
  await page.route('**/api/phone/acts', (route) => {
    asked.push(route.request().postDataJSON());
    return route.fulfill({ json: { ok: true, data: null } });
  });
  return asked;
}

test('[S2.9b] at a desk phone its own keys answer, pause, hold and transfer, and the desk says so; it hangs up', async ({
  visitor,
  db,
}) => {
  const { email, pbx, ring } = await deskPhone(db, 'asterisk');
  await signIn(visitor, email, PASSWORD);
  await sitDown(visitor);
  const asked = await askedOf(visitor);

  const callId = await ring();
  await expect(incomingCall(visitor)).toContainText(CALLERS.vera.name);
  await expectOnlyAtPhone(visitor, ['Answer', 'Reject']);
  await expect(incomingCall(visitor).getByRole('paragraph').filter({ hasText: KEYS })).toBeVisible();
  await visitor.keyboard.press('F2');

  await pbx.answer(callId, EXTENSION);
  await expect(currentCall(visitor)).toContainText('Talking');
  await expectOnlyAtPhone(visitor, ['Pause', 'Hold', 'Keypad', 'Transfer']);
  await expect(currentCall(visitor).getByRole('paragraph').filter({ hasText: KEYS })).toBeVisible();
  await visitor.keyboard.press('F7');
  await visitor.keyboard.press('F8');
  await visitor.keyboard.press('F9');
  await expect(currentCall(visitor).getByRole('button', { name: 'Hang up' })).not.toHaveAttribute('aria-disabled', 'true');
  await expect(currentCall(visitor).getByRole('button', { name: 'Note' })).not.toHaveAttribute('aria-disabled', 'true');

  // By way of the server: whatever the keys had begun would be here before it.
  const secondId = await ring();
  await expect(incomingCall(visitor)).toBeVisible();
  await expect(visitor.getByRole('button', { name: 'Pause', exact: true })).toHaveAttribute('aria-pressed', 'false');
  await expect(visitor.getByRole('dialog')).toHaveCount(0);
  expect(asked).toEqual([]);

  // What rings is rejected at the phone, so that the key means the call that is up.
  await visitor.keyboard.press('F4');
  await expect.poll(() => asked).toEqual([expect.objectContaining({ act: 'hangUp' })]);
  await expect(currentCall(visitor)).toBeVisible();
  await expect(incomingCall(visitor)).toBeVisible();
  // Its sound goes through no device of this computer.
  await expect(currentCall(visitor).getByRole('button', { name: 'Devices' })).toHaveCount(0);

  // A call that is missed stands in the ledger for good, with its line.
  await pbx.answer(secondId, EXTENSION);
  await pbx.hangUp(secondId);
  await expect(incomingCall(visitor)).toHaveCount(0);
  await pbx.hangUp(callId);
  await expect(currentCall(visitor)).toHaveCount(0);
});

test('a PBX that only tells what happens neither dials nor hangs up', async ({ visitor, db }) => {
  const { email, pbx, ring } = await deskPhone(db, 'webhook');
  await signIn(visitor, email, PASSWORD);
  await sitDown(visitor);

  const callId = await ring();
  await pbx.answer(callId, EXTENSION);
  await expect(currentCall(visitor)).toContainText('Talking');
  await expectOnlyAtPhone(visitor, ['Pause', 'Hold', 'Keypad', 'Transfer', 'Hang up']);

  await pbx.hangUp(callId);
  await expect(currentCall(visitor)).toHaveCount(0);
});
