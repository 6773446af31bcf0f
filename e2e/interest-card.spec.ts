import type { Page } from '@playwright/test';
import { createCall } from '../prisma/factories/calls.ts';
import { createCustomer } from '../prisma/factories/customers.ts';
import { createInterest } from '../prisma/factories/interests.ts';
import { uniqueNumber, writtenNumber } from '../prisma/factories/numbers.ts';
import { EXTENSIONS, LINES } from '../scripts/call/demo-world.ts';
import { expectAccessible } from './accessible.ts';
import { answer, callerCard, currentCall, incomingCall, sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';

const atOlga = { line: LINES.deliveryHotline, extensions: [EXTENSIONS.olga] };
const about = (page: Page) => page.getByRole('region', { name: 'Interest' });
const form = (page: Page) => page.getByRole('form', { name: 'Interest' });
const timeline = (page: Page) => page.getByRole('list', { name: 'Interactions' });
const tasks = (page: Page) => page.getByRole('list', { name: 'Tasks' });
const stage = (page: Page) => page.getByRole('combobox', { name: 'Stage' });

test('[S3.17] an interest goes from stage to stage; whoever loses it says why, and takes it back', async ({ marta, db }) => {
  const customer = await createCustomer(db, { name: 'Etapowa Klientka' });
  const { id, number } = await createInterest(db, { customerId: customer.id, subject: 'Lunch w etapach' });
  await sitDown(marta, `/interests/${id}`);
  await expect(marta.getByRole('heading', { level: 1 })).toHaveText(`#${number} Lunch w etapach`);

  await stage(marta).selectOption('In work');
  await expect(timeline(marta)).toContainText('From “New” to “In work”');
  await stage(marta).selectOption('Lost');
  const why = marta.getByRole('dialog');
  await why.getByRole('button', { name: 'Mark as lost' }).click();
  await expect(why.getByText('Say why it is lost')).toBeVisible();
  // Pasted by a key, which a limit of the field itself would cut off unsaid.
  await why.getByRole('textbox', { name: 'Reason' }).focus();
  await marta.keyboard.insertText('x'.repeat(5_000));
  await why.getByRole('button', { name: 'Mark as lost' }).click();
  await expect(why.getByText('Too long: 5,000 characters, and at most 500 fit.')).toBeVisible();
  await why.getByRole('textbox', { name: 'Reason' }).fill('Too far for us');
  await why.getByRole('button', { name: 'Mark as lost' }).click();
  await expect(why).toBeHidden();
  await expect(marta.getByText('Lost: Too far for us')).toBeVisible();
  expect(await db.interest.findUnique({ where: { id } })).toMatchObject({
    lostReason: 'Too far for us',
    closedAt: expect.any(Date),
  });

  await marta.getByRole('button', { name: 'Undo' }).last().click();
  await expect(stage(marta)).toHaveValue((await db.interestStage.findUniqueOrThrow({ where: { standard: 'in_work' } })).id);
  await expect.poll(() => db.interest.findUnique({ where: { id } })).toMatchObject({ lostReason: '', closedAt: null });
});

test('[R9] of two who change the same, the second sees what the first made of it and decides; nothing typed is lost', async ({
  marta,
  admin,
  db,
}) => {
  const { id } = await createInterest(db, { subject: 'Sporny temat', potentialName: 'Roman Kłos' });
  await sitDown(marta, `/interests/${id}`);
  await about(marta).getByRole('button', { name: 'Edit' }).click();
  await form(marta).getByRole('textbox', { name: 'What to do' }).fill('Call before noon');

  await admin.goto(`/interests/${id}`);
  await about(admin).getByRole('button', { name: 'Edit' }).click();
  await form(admin).getByRole('textbox', { name: 'What to do' }).fill('Send an offer');
  await form(admin).getByRole('combobox', { name: 'Responsible manager' }).selectOption('Marta Manager');
  await form(admin).getByRole('button', { name: 'Save' }).click();
  await expect(form(admin)).toBeHidden();

  await marta.reload();
  await expect(form(marta).getByRole('textbox', { name: 'What to do' })).toHaveValue('Call before noon');
  await form(marta).getByRole('button', { name: 'Save' }).click();
  const conflict = form(marta).getByRole('alert');
  await expect(conflict).toContainText('Send an offer');
  await conflict.getByRole('button', { name: 'Save mine' }).click();
  await expect(form(marta)).toBeHidden();
  await expect(about(marta)).toContainText('Call before noon');
  await expect(about(admin)).toContainText('Call before noon');
  expect(await db.interest.findUnique({ where: { id }, include: { responsible: true } })).toMatchObject({
    whatToDo: 'Call before noon',
    responsible: { name: 'Marta Manager' },
  });
});

test('what was said and is to be done stands on one card: notes, calls as far as one may see them, tasks that are late', async ({
  marta,
  db,
}) => {
  const { id: interestId } = await createInterest(db, { subject: 'Obiady dla biura', potentialName: 'Żaneta Maj' });
  const { id: connectionId } = await db.pbxConnection.findUniqueOrThrow({ where: { slug: 'practice' } });
  const me = await db.user.findUniqueOrThrow({ where: { email: 'manager@offhook.test' } });
  const facts = { connectionId, phase: 'ended' as const, talkSeconds: 125, endedAt: new Date() };
  const [hers, hidden] = [await createCall(db, { ...facts, operatorId: me.id }), await createCall(db, facts)];
  const at = new Date(Date.now() - 60_000);
  await db.interaction.createMany({
    data: [hers, hidden].map(({ id: callId }) => ({ id: callId, interestId, callId, kind: 'call' as const, at })),
  });
  await sitDown(marta, `/interests/${interestId}`);
  await expect(timeline(marta)).toContainText('Incoming call');
  await expect(timeline(marta)).toContainText('2:05');
  await expect(timeline(marta).getByText('A call that you may not see')).toHaveCount(1);

  const note = marta.getByRole('textbox', { name: 'New note' });
  await note.fill('Asks for a menu without meat');
  await marta.reload();
  await expect(note).toHaveValue('Asks for a menu without meat');
  await marta.getByRole('button', { name: 'Add note' }).click();
  await expect(timeline(marta).getByRole('listitem').first()).toContainText('Asks for a menu without meat');
  await expect(note).toHaveValue('');

  await marta.getByRole('button', { name: 'Add task' }).click();
  const adding = marta.getByRole('form', { name: 'Add task' });
  await adding.getByRole('button', { name: 'Save' }).click();
  await expect(adding.getByText('Say what is to be done')).toBeVisible();
  await adding.getByRole('textbox', { name: 'Task' }).fill('Send the menu');
  await adding.getByLabel('Due on').fill('2026-01-15');
  await adding.getByRole('button', { name: 'Save' }).click();
  await expect(tasks(marta)).toContainText('Overdue');
  await expect(tasks(marta)).toContainText('Marta Manager');
  await expectAccessible(marta, tasks(marta));

  await marta.getByRole('checkbox', { name: 'Send the menu' }).check();
  await expect(tasks(marta)).toContainText('Done');
  await marta.getByRole('button', { name: 'Delete “Send the menu”' }).click();
  await expect(tasks(marta)).toBeHidden();
  await marta.getByRole('button', { name: 'Undo' }).click();
  await expect(marta.getByRole('checkbox', { name: 'Send the menu' })).toBeChecked();
});

test('[S3.13] a potential customer becomes one in one step, and the next call finds them', async ({ marta, olga, pbx, db }) => {
  const number = uniqueNumber();
  const { display } = writtenNumber(number);
  const potential = { potentialName: 'Zofia Przyszła', potentialCompany: 'Przyszła', phoneE164: number, phoneDisplay: display };
  const { id } = await createInterest(db, { ...potential, subject: 'Pierwszy obiad' });
  await createInterest(db, { ...potential, subject: 'Drugi obiad' });
  await sitDown(marta, `/interests/${id}`);
  await marta.getByRole('button', { name: 'Make a customer' }).click();
  const dialog = marta.getByRole('dialog', { name: 'Potential customer becomes a customer' });
  await expect(dialog.getByRole('textbox', { name: 'Phone' })).toHaveValue(display);
  await expectAccessible(marta, dialog);
  await dialog.getByRole('button', { name: 'Make a customer' }).click();
  await expect(dialog).toBeHidden();
  await expect(marta.getByText('Zofia Przyszła is a customer, with 2 interests')).toBeVisible();

  await marta.getByRole('link', { name: 'Zofia Przyszła' }).click();
  await marta.getByRole('tab', { name: 'Interests' }).click();
  await expect(marta.getByRole('table', { name: 'Interests' }).getByRole('row')).toHaveCount(3);

  await sitDown(olga);
  await pbx.ring({ from: number, ...atOlga });
  await expect(callerCard(incomingCall(olga))).toContainText('Zofia Przyszła');
});

test('[S1.15a] a number that somebody has: they are the one who is meant', async ({ marta, db }) => {
  const number = uniqueNumber();
  const owner = await createCustomer(db, { name: 'Ta Sama Osoba', numbers: [number] });
  const { display } = writtenNumber(number);
  const { id } = await createInterest(db, { potentialName: 'Ktoś', phoneE164: number, phoneDisplay: display });
  await sitDown(marta, `/interests/${id}`);
  await marta.getByRole('button', { name: 'Make a customer' }).click();
  const dialog = marta.getByRole('dialog', { name: 'Potential customer becomes a customer' });
  await dialog.getByRole('button', { name: 'Make a customer' }).click();
  await dialog
    .getByRole('alert')
    .getByRole('button', { name: /Ta Sama Osoba/ })
    .click();
  await expect(dialog).toBeHidden();
  await expect(marta.getByRole('link', { name: 'Ta Sama Osoba' })).toBeVisible();
  expect(await db.interest.findUnique({ where: { id } })).toMatchObject({ customerId: owner.id });
});

test('[S3.4] who looks after a customer is on their card, and is offered first when their call is passed on', async ({
  olga,
  marta,
  pbx,
  db,
}) => {
  const number = uniqueNumber();
  const { id } = await createCustomer(db, { name: 'Pod Opieką', numbers: [number] });
  await sitDown(marta, `/customers/${id}`);
  await marta.getByRole('region', { name: 'About' }).getByRole('button', { name: 'Edit' }).click();
  const card = marta.getByRole('form', { name: 'About' });
  await card.getByRole('combobox', { name: 'Responsible manager' }).selectOption('Marta Manager');
  await card.getByRole('button', { name: 'Save' }).click();
  await expect(marta.getByRole('region', { name: 'About' })).toContainText('Marta Manager');
  await expect(marta.getByRole('region', { name: 'History' })).toContainText('Responsible manager');

  await sitDown(olga);
  await pbx.ring({ from: number, ...atOlga });
  await answer(olga);
  await currentCall(olga).getByRole('button', { name: 'Transfer' }).click();
  const first = olga.getByRole('dialog', { name: 'Transfer call' }).getByRole('option').first();
  await expect(first).toContainText('Marta Manager');
  await expect(first).toContainText('Responsible');
});

test.describe('for who may not read interests', () => {
  test.use({ expectedComplaints: [/404/] });

  test('[R34] there is neither the card nor the tab', async ({ olga, db }) => {
    const customer = await createCustomer(db, { name: 'Bez Wglądu' });
    const { id } = await createInterest(db, { customerId: customer.id });
    await olga.goto(`/interests/${id}`);
    await expect(olga.getByRole('heading', { name: 'Lunch for a team' })).toHaveCount(0);
    await sitDown(olga, `/customers/${customer.id}?tab=interests`);
    await expect(olga.getByRole('tab', { name: 'Overview' })).toHaveAttribute('aria-selected', 'true');
    await expect(olga.getByRole('tab', { name: 'Interests' })).toHaveCount(0);
  });
});

test('a customer’s card takes a new interest, kept while it is written', async ({ marta, db }) => {
  const { id } = await createCustomer(db, { name: 'Nowa Potrzeba' });
  await sitDown(marta, `/customers/${id}?tab=interests`);
  await marta.getByRole('button', { name: 'New interest' }).click();
  const adding = marta.getByRole('form', { name: 'New interest' });
  await adding.getByRole('button', { name: 'Save' }).click();
  await expect(adding.getByText('A subject is needed')).toBeVisible();
  await adding.getByRole('textbox', { name: 'Subject' }).fill('Wesele');
  await marta.reload();
  await marta.getByRole('button', { name: 'New interest' }).click();
  await expect(adding.getByRole('textbox', { name: 'Subject' })).toHaveValue('Wesele');
  await adding.getByRole('combobox', { name: 'Service type' }).selectOption({ index: 1 });
  await adding.getByRole('button', { name: 'Save' }).click();
  const row = marta.getByRole('table', { name: 'Interests' }).getByRole('row', { name: /Wesele/ });
  await expect(row).toContainText('Marta Manager');
  await expectAccessible(marta, row);
  await row.getByRole('link', { name: 'Wesele' }).click();
  await expect(marta.getByRole('heading', { name: /Wesele/ })).toBeVisible();
});
