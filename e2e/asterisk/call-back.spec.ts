import { CALLERS, LINES } from '../../scripts/call/demo-world.ts';
import { currentCall, incomingCall, sitDown } from '../desk.ts';
import { expect, test } from './fixtures.ts';
import { hearsAndSpeaks } from './sound.ts';
import { expectStored } from './stored.ts';

test('[S2.19] [S2.22] Ewa gives up, is called back from the list, and is off it; the call that the PBX tells of is that attempt', async ({
  olga,
  marta,
  outside,
  db,
}) => {
  const number = CALLERS.ewa.number;
  const list = `/calls/missed?text=${encodeURIComponent(number)}`;
  await sitDown(olga, list);
  await sitDown(marta, list);
  const caller = await outside.calls({ from: number, to: LINES.newCustomers });
  await expect(incomingCall(olga)).toBeVisible();
  await caller.hangUp();
  await expectStored(db, number, { phase: 'ended', isMissed: true });
  const rowOf = (page: typeof olga) =>
    page.getByRole('table', { name: 'Missed calls' }).getByRole('row', { name: 'Ewa Zielińska' });
  await expect(rowOf(olga)).toContainText('No attempt');

  const customer = await outside.rings();
  await rowOf(olga).getByRole('button', { name: 'Call back' }).click();
  expect((await customer.called).dialled).toBe(number);
  await expect(rowOf(marta)).toContainText('Olga is calling');
  await customer.pickUp();
  await hearsAndSpeaks(olga);
  await expect(rowOf(marta)).toContainText('Olga is talking with them');
  await customer.hangUp();
  await expect(currentCall(olga)).toHaveCount(0);

  await marta.goto(`${list}&view=hidden`);
  await expect(rowOf(marta)).toContainText('Called back');
  const row = await db.missedCall.findFirstOrThrow({ where: { callerE164: number }, orderBy: { lastMissedAt: 'desc' } });
  expect(row).toMatchObject({ state: 'hidden', removalReason: 'called_back', lastStatus: 'reached' });
});
