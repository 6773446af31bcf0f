import { CALLERS, EXTENSIONS, LINES } from '../scripts/call/demo-world.ts';
import { answer, currentCall, incomingCall, sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { pressTogether } from './together.ts';

const atBoth = { line: LINES.deliveryHotline, extensions: [EXTENSIONS.olga, EXTENSIONS.oskar] };

test.beforeEach(async ({ olga, oskar }) => {
  await sitDown(olga);
  await sitDown(oskar);
});

test('[R8] when one answers, the card leaves the other desk at once', async ({ olga, oskar, pbx }) => {
  await pbx.ring({ from: CALLERS.ewa.number, ...atBoth });
  await expect(incomingCall(olga)).toBeVisible();
  await expect(incomingCall(oskar)).toBeVisible();

  await answer(oskar);

  await expect(incomingCall(olga)).toBeHidden({ timeout: 1_000 });
  await expect(currentCall(oskar)).toContainText('Ewa Zielińska');
  await expect(currentCall(olga)).toHaveCount(0);
  await expect(olga).toHaveURL(/\/deliveries$/);
});

test.describe('in the same instant', () => {
  // A browser complains of any refusal of the server: here one of the two is refused.
  test.use({ expectedComplaints: [/status of 409/] });

  test('[R9] two who press Answer in the same instant: one gets the call, the other is told by whom', async ({
    olga,
    oskar,
    pbx,
    db,
  }) => {
    const callId = await pbx.ring({ from: CALLERS.ewa.number, ...atBoth });
    const desks = [olga, oskar];
    for (const desk of desks) await expect(incomingCall(desk)).toBeVisible();

    await pressTogether(desks, answer);

    for (const desk of desks) await expect(incomingCall(desk)).toBeHidden();
    const call = await db.call.findFirstOrThrow({ where: { pbxCallId: callId }, include: { operator: true } });
    const [winner, loser] = call.operatorExtension === EXTENSIONS.olga ? [olga, oskar] : [oskar, olga];
    await expect(currentCall(winner)).toBeVisible();
    await expect(currentCall(loser)).toHaveCount(0);
    await expect(loser.getByText(new RegExp(`${call.operator?.name}.*answered|answered.*${call.operator?.name}`))).toBeVisible();
  });
});

test('[S0.6] one who rejects is left in peace while the other still rings', async ({ olga, oskar, pbx }) => {
  await pbx.ring({ from: CALLERS.ewa.number, ...atBoth });

  await incomingCall(olga).getByRole('button', { name: 'Reject' }).click();

  await expect(incomingCall(olga)).toBeHidden();
  await expect(incomingCall(oskar)).toBeVisible();
});

test('an answer told by the PBX acts like the button, also for what opens', async ({ olga, oskar, pbx, db }) => {
  const open = await db.delivery.findFirstOrThrow({ where: { phoneE164: CALLERS.vera.number, status: 'sent' } });
  const callId = await pbx.ring({ from: CALLERS.vera.number, ...atBoth });
  await expect(incomingCall(olga)).toBeVisible();

  await pbx.answer(callId, EXTENSIONS.olga);

  await expect(olga).toHaveURL(new RegExp(`/deliveries/${open.id}`));
  await expect(currentCall(olga)).toContainText('Vera Lind');
  await expect(incomingCall(oskar)).toBeHidden();
  await expect(oskar).toHaveURL(/\/deliveries$/);
});
