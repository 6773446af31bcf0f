import type { Page } from '@playwright/test';
import { CALLERS } from '../../scripts/call/demo-world.ts';
import { answer, currentCall, phoneStatus, sitDown } from '../desk.ts';
import { expect, test } from './fixtures.ts';
import { hearsAndSpeaks } from './sound.ts';

const OLGA = 'olga@offhook.test';
const OSKAR = 'oskar@offhook.test';

type Kept = { id: string; extension: string; login: string; sealedPassword: string | null };

let kept: Kept[] = [];

test.beforeEach(async ({ db }) => {
  kept = await db.pbxAccount.findMany({
    where: { user: { email: { in: [OLGA, OSKAR] } } },
    select: { id: true, extension: true, login: true, sealedPassword: true },
  });
  // Somebody else had the extension until a moment ago.
  await db.pbxAccount.updateMany({ where: { user: { email: OSKAR } }, data: { extension: '192', login: '192' } });
});

// As the other stories know them; first out of each other's way.
test.afterEach(async ({ db, asterisk }) => {
  await asterisk.hangUpAll();
  await db.pbxAccount.updateMany({ where: { user: { email: OLGA } }, data: { extension: '191', login: '191' } });
  for (const { id, ...account } of kept) await db.pbxAccount.update({ where: { id }, data: account });
});

async function giveExtension(admin: Page, userId: string, extension: string, password: string): Promise<void> {
  await admin.goto(`/admin/users/${userId}`);
  await admin.getByRole('tab', { name: 'Additional information' }).click();
  await admin.getByRole('textbox', { name: 'PBX login' }).fill(extension);
  await admin.getByRole('textbox', { name: 'Extension' }).fill(extension);
  await admin.getByRole('textbox', { name: 'PBX password' }).fill(password);
  const saved = admin.waitForResponse((response) => response.request().method() === 'POST');
  await admin.getByRole('button', { name: 'Save' }).click();
  await saved;
}

test('[S0.1] an extension that an admin changes in a call: the call goes on, and the desk has the new one as soon as it has ended', async ({
  olga,
  admin,
  outside,
  asterisk,
  db,
}) => {
  const { id } = await db.user.findUniqueOrThrow({ where: { email: OLGA } });
  await sitDown(olga);
  await asterisk.untilRegistered('101');
  const before = await outside.calls({ from: CALLERS.vera.number, to: '+48221000101' });
  await answer(olga);
  await hearsAndSpeaks(olga);

  await giveExtension(admin, id, '102', asterisk.settings.passwords['102'] ?? '');
  await hearsAndSpeaks(olga);
  await asterisk.untilRegistered('102', false);

  await before.hangUp();
  await asterisk.untilRegistered('102');
  await asterisk.untilRegistered('101', false);
  await expect(currentCall(olga)).toHaveCount(0);
  await expect(phoneStatus(olga)).toContainText('Connected');

  const after = await outside.calls({ from: CALLERS.adam.number, to: '+48221000102' });
  await answer(olga);
  await hearsAndSpeaks(olga);
  await after.hangUp();
  await expect(currentCall(olga)).toHaveCount(0);

  await giveExtension(admin, id, '101', asterisk.settings.passwords['101'] ?? '');
  await asterisk.untilRegistered('101');
  await asterisk.untilRegistered('102', false);
});
