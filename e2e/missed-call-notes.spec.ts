import { uniqueNumber } from '../prisma/factories/numbers.ts';
import { expect, test } from './fixtures.ts';
import { historyAt, missedCalls, missesOn, rowOf, sitAtListOf } from './missed-calls.ts';

test('[S2.11] a note and a tag are on the row for everybody, and the note is about the customer too', async ({
  olga,
  marta,
  pbx,
}) => {
  const number = uniqueNumber();
  await missesOn(pbx, number);
  await sitAtListOf(number, olga, marta);

  await rowOf(olga, number).getByRole('button', { name: 'Add note' }).click();
  await expect(olga.getByRole('textbox', { name: 'Note' })).toBeFocused();
  await olga.keyboard.type('Asks for a table of twelve');
  await olga.getByRole('button', { name: 'Add note' }).last().click();
  await expect(olga.getByRole('list', { name: 'Notes' })).toContainText('Asks for a table of twelve');
  await expect(rowOf(olga, number)).toContainText('1 note');

  const tag = `Catering ${number.slice(-5)}`;
  await rowOf(olga, number).getByRole('button', { name: 'Add tag' }).click();
  const tags = olga.getByRole('dialog', { name: 'Tags' });
  await tags.getByRole('textbox', { name: 'Tag' }).fill(tag);
  await tags.getByRole('button', { name: 'New tag' }).click();
  await expect(tags.getByRole('checkbox', { name: tag })).toBeChecked();
  await olga.keyboard.press('Escape');
  await expect(rowOf(marta, number)).toContainText(tag);

  await marta.goto('/calls/missed');
  await marta.getByRole('combobox', { name: 'Tags' }).selectOption(tag);
  await expect(missedCalls(marta).getByRole('row')).toHaveCount(2);
  await rowOf(marta, number).getByRole('button', { name: 'Show history' }).click();
  await expect(marta.getByRole('list', { name: 'Notes' })).toContainText('Olga Operator');
});

test('[S2.11] [S0.8] what one types about a caller stays, whatever a colleague does and however often they ring', async ({
  olga,
  marta,
  pbx,
}) => {
  const number = uniqueNumber();
  await missesOn(pbx, number);
  await sitAtListOf(number, olga, marta);
  await rowOf(olga, number).getByRole('button', { name: 'Add tag' }).click();
  const tag = olga.getByRole('dialog', { name: 'Tags' }).getByRole('textbox', { name: 'Tag' });
  await tag.fill('Half a w');
  await rowOf(marta, number).getByRole('button', { name: 'Call back' }).click();
  await expect(rowOf(marta, number)).toContainText('You are talking with them');
  await expect(tag).toHaveValue('Half a w');
  await olga.keyboard.press('Escape');
  await marta.getByRole('region', { name: 'Current call' }).getByRole('button', { name: 'Hang up' }).click();
  await expect(missedCalls(marta)).toHaveCount(0);
  // The list is in use: what has changed is offered, and the button was there before the call was over.
  await olga.getByRole('button', { name: /new change/ }).click();
  await expect(missedCalls(olga)).toHaveCount(0);

  await missesOn(pbx, number);
  await sitAtListOf(number, olga);
  await rowOf(olga, number).getByRole('button', { name: 'Add note' }).click();
  await olga.getByRole('textbox', { name: 'Note' }).fill('Asks for a tab');
  await missesOn(pbx, number);
  await olga.reload();
  await expect(rowOf(olga, number)).toContainText('×2');
  await rowOf(olga, number).getByRole('button', { name: 'Add note' }).click();
  await expect(olga.getByRole('textbox', { name: 'Note' })).toHaveValue('Asks for a tab');
});

test('a supervisor says who is to deal with a missed call, and that is in its history; an operator may not', async ({
  olga,
  sylwia,
  pbx,
}) => {
  const number = uniqueNumber();
  await missesOn(pbx, number);
  await sitAtListOf(number, olga, sylwia);
  await rowOf(sylwia, number).getByRole('button', { name: 'Show history' }).click();
  await sylwia.getByRole('combobox', { name: 'Assigned to' }).selectOption('Marta Manager');
  await expect(rowOf(olga, number)).toContainText('Marta Manager');

  await rowOf(olga, number).getByRole('button', { name: 'Show history' }).click();
  await expect(historyAt(olga).getByRole('row', { name: /Sylwia Supervisor/ })).toContainText(/Assigned.*Marta Manager/);
  await expect(olga.getByRole('combobox', { name: 'Assigned to' })).toHaveCount(0);
});
