import { randomUUID } from 'node:crypto';
import { toContent } from '../lib/deliveries/row.ts';
import { createCustomerField } from '../prisma/factories/customer-records.ts';
import { createCustomer } from '../prisma/factories/customers.ts';
import { uniqueNumber } from '../prisma/factories/numbers.ts';
import { CALLERS, EXTENSIONS, LINES } from '../scripts/call/demo-world.ts';
import { expectAccessible, NARROW } from './accessible.ts';
import { cardOf, orderAtMokotow, pointNamed, standAt } from './board.ts';
import { CUT_OFF, disagree } from './conflict.ts';
import { answer, currentCall, incomingCall, sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';

const atOlga = { line: LINES.deliveryHotline, extensions: [EXTENSIONS.olga] };

// Each screen is looked through three times, which takes a busy machine half a minute.
test.describe.configure({ timeout: 120_000 });

test('sign-in', async ({ visitor }) => {
  await visitor.goto('/sign-in');
  await expectAccessible(visitor);
});

test('deliveries', async ({ olga }) => {
  await sitDown(olga);
  await expectAccessible(olga);
});

test('deliveries, dark on a phone', async ({ olga }) => {
  await sitDown(olga);
  await expectAccessible(olga, undefined, [{ colorScheme: 'dark', ...NARROW }]);
});

test('new delivery', async ({ olga }) => {
  await sitDown(olga, '/deliveries/new');
  await expectAccessible(olga);
});

test('the search, open over a list', async ({ olga }) => {
  await sitDown(olga, '/customers');
  await olga.keyboard.press('Control+k');
  const field = olga.getByRole('combobox', { name: 'Search', exact: true });
  await field.fill('kowal');
  await expect(olga.getByRole('listbox', { name: 'Found' }).getByRole('option').first()).toBeVisible();
  await expectAccessible(olga, field);
});

test('a new customer', async ({ olga }) => {
  await sitDown(olga, '/customers/new');
  await expectAccessible(olga);
});

test('an open delivery', async ({ olga, db }) => {
  const helenas = await db.delivery.findFirstOrThrow({ where: { phoneE164: CALLERS.helena.number, status: 'cooking' } });
  await sitDown(olga, `/deliveries/${helenas.id}`);
  await expectAccessible(olga);
});

test('a customer’s notes, photo and files', async ({ olga, db }) => {
  const helena = await db.phoneNumber.findFirstOrThrow({ where: { e164: CALLERS.helena.number } });
  await sitDown(olga, `/customers/${helena.customerId}`);
  await expectAccessible(olga, olga.getByRole('list', { name: 'Notes' }));

  await sitDown(olga, `/customers/${helena.customerId}?tab=files`);
  const empty = { name: `${'a long name '.repeat(12)}.pdf`, mimeType: 'application/pdf', buffer: Buffer.alloc(0) };
  await olga.getByRole('tabpanel', { name: 'Files' }).locator('input[type=file]').setInputFiles(empty);
  await expectAccessible(olga, olga.getByText('This file is empty'));
});

test('a rejected delivery', async ({ olga, db }) => {
  const rejected = await db.delivery.findFirstOrThrow({ where: { status: 'rejected' } });
  await sitDown(olga, `/deliveries/${rejected.id}`);
  await expectAccessible(olga);
});

test('the question whether to cancel', async ({ olga, db }) => {
  const helenas = await db.delivery.findFirstOrThrow({ where: { phoneE164: CALLERS.helena.number, status: 'cooking' } });
  await sitDown(olga, `/deliveries/${helenas.id}`);
  await olga.getByRole('button', { name: 'Cancel delivery' }).click();
  const question = olga.getByRole('form', { name: 'Cancel this delivery' });
  await question.getByRole('button', { name: 'Yes, cancel it' }).click();
  await expect(question.getByText('The kitchen needs a reason')).toBeVisible();
  await expectAccessible(olga, question);
});

test.describe('with a connection that fails meanwhile', () => {
  test.use({ expectedComplaints: [CUT_OFF] });

  test('what two operators changed at the same time', async ({ olga, oskar, db }) => {
    const { conflict } = await disagree(db, olga, oskar);
    await expectAccessible(oskar, conflict);
    await conflict.getByRole('button', { name: 'Take theirs' }).click();
    await expect(conflict).toBeHidden();
  });
});

test('the menu of the profile', async ({ olga }) => {
  await sitDown(olga);
  await olga.getByRole('button', { name: 'Your profile' }).click();
  await expectAccessible(olga, olga.getByRole('menu', { name: 'Your profile' }));
});

test('the dialer, with a number that lacks digits', async ({ olga }) => {
  await sitDown(olga);
  await olga.getByRole('banner').getByRole('button', { name: 'Dialer' }).click();
  const dialer = olga.getByRole('region', { name: 'Dialer' });
  await dialer.getByRole('textbox', { name: 'Number' }).fill('+48 600 100 1');
  await dialer.getByRole('textbox', { name: 'Number' }).press('Enter');
  await expectAccessible(olga, dialer.getByRole('list', { name: 'Last numbers' }));
});

test('personal settings, with the microphone heard', async ({ olga }) => {
  await sitDown(olga, '/settings');
  await olga.getByRole('button', { name: /^(Allow|Check) the microphone$/ }).click();
  await expectAccessible(olga, olga.getByRole('meter', { name: 'Microphone level' }));
});

test('drivers', async ({ olga }) => {
  await sitDown(olga, '/drivers');
  await expectAccessible(olga, olga.getByText(CALLERS.marek.name).first());
});

test('a driver', async ({ olga, db }) => {
  const marek = await db.driver.findFirstOrThrow({ where: { name: CALLERS.marek.name } });
  await sitDown(olga, `/drivers/${marek.id}`);
  await expectAccessible(olga);
});

test('customers', async ({ olga }) => {
  await sitDown(olga, '/customers');
  await expectAccessible(olga, olga.getByRole('table', { name: 'Customers' }));
});

test('a customer, being changed', async ({ olga, db }) => {
  const helena = await db.customer.findFirstOrThrow({ where: { name: CALLERS.helena.name } });
  await sitDown(olga, `/customers/${helena.id}`);
  await olga.getByRole('button', { name: 'Edit' }).click();
  await olga.getByRole('button', { name: 'Add number' }).click();
  await olga.getByRole('textbox', { name: 'New number' }).fill(CALLERS.ewa.number);
  await olga.getByRole('button', { name: 'Save number' }).click();
  const taken = olga.getByRole('dialog', { name: /belongs to somebody else/ });
  await expect(taken).toContainText(CALLERS.ewa.name);
  await expectAccessible(olga, taken);
  await taken.getByRole('button', { name: 'Cancel' }).click();
  await expectAccessible(olga, olga.getByRole('form', { name: 'About' }));
});

test('two records of one person, compared', async ({ olga, db }) => {
  const e164 = uniqueNumber();
  const { id } = await createCustomer(db, { name: 'Ewa P.', note: 'Allergic to nuts', numbers: [e164] });
  await createCustomer(db, { name: 'Ewa Podwójna', note: 'Gate code 4711', class: 'vip', numbers: [e164] });
  await sitDown(olga, `/customers/${id}`);
  await olga.getByRole('button', { name: 'Merge with Ewa Podwójna' }).click();
  const dialog = olga.getByRole('dialog', { name: 'Merge two records of one person' });
  await expect(dialog).toContainText('Gate code 4711');
  await expectAccessible(olga, dialog);
});

test('the fields of a customer, one being changed', async ({ admin, db }) => {
  const { id } = await createCustomerField(db, { label: 'Tier of the table', kind: 'choice', choices: ['Gold', 'Silver'] });
  await admin.goto('/admin/customer-fields');
  await expectAccessible(admin, admin.getByRole('table', { name: 'Customer fields' }));
  await admin.getByRole('button', { name: 'Change Tier of the table' }).click();
  await expectAccessible(admin, admin.getByRole('dialog', { name: 'Change Tier of the table' }));
  await db.customerField.delete({ where: { id } });
});

test('a new delivery for a customer', async ({ olga, db }) => {
  const helena = await db.customer.findFirstOrThrow({ where: { name: CALLERS.helena.name } });
  await sitDown(olga, `/deliveries/new?customer=${helena.id}`);
  await olga.getByText('Last 3 orders', { exact: true }).click();
  await expectAccessible(olga, olga.getByRole('button', { name: /Order the same/ }).first());
});

test('a new delivery whose customer is being added', async ({ olga }) => {
  await sitDown(olga, '/deliveries/new');
  await olga.getByRole('button', { name: 'Add new customer' }).click();
  await expectAccessible(olga, olga.getByRole('form', { name: 'Add new customer' }));
});

for (const who of ['vera', 'helena', 'leon', 'kowalski', 'marek'] as const) {
  test(`the ringing card of ${CALLERS[who].name}`, async ({ olga, pbx }) => {
    await sitDown(olga);
    await pbx.ring({ from: CALLERS[who].number, ...atOlga });
    await expect(incomingCall(olga)).toBeVisible();
    await expectAccessible(olga);
  });
}

test('the ringing card of a withheld number', async ({ olga, pbx }) => {
  await sitDown(olga);
  await pbx.ring({ from: 'anonymous', ...atOlga });
  await expect(incomingCall(olga)).toBeVisible();
  await expectAccessible(olga);
});

test('a call in progress, with the choice of the customer', async ({ olga, pbx }) => {
  await sitDown(olga);
  await pbx.ring({ from: CALLERS.kowalski.number, ...atOlga });
  await answer(olga);
  await expect(olga.getByRole('dialog', { name: 'Choose the customer' })).toBeVisible();
  await expect(currentCall(olga)).toBeVisible();
  await expectAccessible(olga);
});

test('the keypad of a call in progress', async ({ olga, pbx }) => {
  await sitDown(olga);
  await pbx.ring({ from: CALLERS.ewa.number, ...atOlga });
  await answer(olga);
  await currentCall(olga).getByRole('button', { name: 'Keypad' }).click();
  const keypad = currentCall(olga).getByRole('group', { name: 'Keypad' });
  await keypad.getByRole('button', { name: '5' }).click();
  await expectAccessible(olga, keypad);
});

test('to whom a call may be given', async ({ olga, pbx }) => {
  await sitDown(olga);
  await pbx.unregister(EXTENSIONS.marta);
  await pbx.ring({ from: CALLERS.ewa.number, ...atOlga });
  await answer(olga);
  await currentCall(olga).getByRole('button', { name: 'Transfer' }).click();
  const dialog = olga.getByRole('dialog', { name: 'Transfer call' });
  await dialog.getByRole('option', { name: /Marta Manager/ }).click();
  await dialog.getByRole('button', { name: 'Ask first' }).click();
  await expect(dialog.getByRole('alert')).toContainText('is not connected');
  await expectAccessible(olga, dialog);
});

test('the board of a point of sale', async ({ venue, db }) => {
  const changed = await orderAtMokotow(db, ['PZ01', 'PI01'], { status: 'cooking', problemReason: 'No box' });
  await orderAtMokotow(db, ['PZ01'], { status: 'sent', comment: 'Bez cebuli' });
  await db.delivery.update({
    where: { id: changed.id },
    data: { sentRevision: 2, sentContent: { ...toContent(changed), comment: 'Bez cebuli', lines: [] } },
  });
  await standAt(venue, (await pointNamed(db, 'Mokotów')).id);
  await expect(cardOf(venue, changed.number)).toContainText('removed');
  await expectAccessible(venue, venue.getByRole('heading', { name: /Mokotów/ }));

  await venue.getByRole('button', { name: 'Reject' }).first().click();
  await expectAccessible(venue, venue.getByRole('dialog'));
});

test.describe('a page that is not there', () => {
  test.use({ expectedComplaints: [/404/] });

  test('says so', async ({ olga }) => {
    await olga.goto('/nowhere');
    await expectAccessible(olga, olga.getByRole('heading', { name: 'Page not found' }));
  });

  test('says so to a venue that looks for the desk', async ({ venue }) => {
    await venue.goto('/deliveries');
    await expectAccessible(venue, venue.getByRole('heading', { name: 'Page not found' }));
  });

  test('says so inside the desk, with the phone at hand', async ({ olga }) => {
    await sitDown(olga, `/deliveries/${randomUUID()}`);
    await expectAccessible(olga, olga.getByRole('heading', { name: 'Page not found' }));
  });
});
