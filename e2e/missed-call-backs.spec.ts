import { uniqueNumber } from '../prisma/factories/numbers.ts';
import { EXTENSIONS, LINES } from '../scripts/call/demo-world.ts';
import { sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { historyAt, listOf, missedCalls, missesOn, rowOf, sitAtListOf } from './missed-calls.ts';

test('[S2.15] [S2.19] [S2.22] whoever calls back is on the row at once, nobody else can, and who answers is off the list', async ({
  olga,
  marta,
  pbx,
}) => {
  const number = uniqueNumber();
  await missesOn(pbx, number);
  await sitAtListOf(number, olga, marta);

  await rowOf(olga, number).getByRole('button', { name: 'Call back' }).click();
  await expect(rowOf(olga, number)).toContainText(/You are (calling|talking with them)/);
  await expect(rowOf(marta, number)).toContainText(/Olga is (calling|talking with them) \(\d:\d\d\)/);
  await expect(rowOf(marta, number).getByRole('button', { name: 'Call back' })).toHaveCount(0);
  await expect(rowOf(marta, number)).toContainText('Olga is talking with them');

  await olga.getByRole('region', { name: 'Current call' }).getByRole('button', { name: 'Hang up' }).click();
  await expect(missedCalls(marta)).toHaveCount(0);
  await marta.goto(listOf(number, 'hidden'));
  await expect(rowOf(marta, number)).toContainText('Called back');
  await rowOf(marta, number).getByRole('button', { name: 'Show history' }).click();
  await expect(historyAt(marta).getByRole('row')).toHaveText([
    /When\s*Who\s*What\s*Result/,
    /Offhook.*Off the list.*Called back/,
    /Olga Operator.*Call.*Talked \d/,
    /Offhook.*Missed.*Waited/,
  ]);
});

test('[S2.19] [S2.25] nobody there: the row stays, says so and why, and the next one may try', async ({ olga, marta, pbx }) => {
  const busy = uniqueNumber().replace(/..$/, '00');
  await missesOn(pbx, busy);
  await sitAtListOf(busy, marta, olga);
  await rowOf(olga, busy).getByRole('button', { name: 'Call back' }).click();
  await expect(rowOf(marta, busy)).toContainText('Not reached');
  await expect(rowOf(marta, busy).getByRole('button', { name: 'Call back' })).toBeEnabled();
  await rowOf(marta, busy).getByRole('button', { name: 'Show history' }).click();
  await expect(historyAt(marta).getByRole('row', { name: /Olga Operator/ })).toContainText('Busy');
});

test('[S2.14b] a withheld caller cannot be called back, and the button says why', async ({ olga, pbx }) => {
  const callId = await pbx.ring({ from: 'anonymous', line: LINES.newCustomers, extensions: [EXTENSIONS.oskar] });
  await pbx.giveUp(callId);
  await sitDown(olga, '/calls/missed');
  const withheld = missedCalls(olga)
    .getByRole('row', { name: /Number withheld/ })
    .first();
  await expect(withheld.getByRole('button', { name: 'Call back' })).toBeDisabled();
});
