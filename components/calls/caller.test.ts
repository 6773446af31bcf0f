import { describe, expect, test } from 'vitest';
import { buildCardCustomer } from '@/lib/caller-card/build-card-customer';
import type { CardCustomer } from '@/lib/caller-card/types';
import { buildDeskCall } from '@/lib/softphone/build-desk-call';
import { callerOf, classOf, isNamedByTitle, namedBy, nameOf, splitNote } from './caller';

const customer = (name: string) => buildCardCustomer({ name });

describe('who a caller is taken for', () => {
  test('[S1.14] nobody known is unknown, with the name that the PBX sent', () => {
    const caller = callerOf(buildDeskCall({ pbxName: 'JAN K' }));
    expect(caller).toEqual({ kind: 'unknown', pbxName: 'JAN K' });
    expect(nameOf(caller)).toBe('JAN K');
  });

  test('[S0.14b] a withheld number is nobody, whatever name comes with it', () => {
    const number = { e164: null, display: '', isWithheld: true };
    expect(callerOf(buildDeskCall({ number, pbxName: 'Anonymous' }))).toEqual({ kind: 'withheld' });
  });

  test('[S0.20] a driver is a driver even where the number is also a customer', () => {
    const card = {
      driver: { id: 'd', name: 'Marek Kierowca', deliveries: [] },
      customers: [customer('Marek')],
      customerCount: 1,
    };
    expect(classOf(callerOf(buildDeskCall({ card })))).toBe('driver');
  });

  test('[R28] an extension is a colleague', () => {
    expect(callerOf(buildDeskCall({ card: { colleague: { id: 'u', name: 'Oskar Operator' } } }))).toMatchObject({
      kind: 'colleague',
    });
  });

  test('[S3.13] nobody known is the potential customer of the inquiry that was registered, whatever the PBX sent', () => {
    const interests = [
      { id: 'of a customer', potentialName: '' },
      { id: 'i', potentialName: 'Ewelina Kania' },
    ];
    const named = namedBy(interests, callerOf(buildDeskCall({ pbxName: 'JAN K' })));
    expect(named).toEqual({ kind: 'potential', name: 'Ewelina Kania', interestId: 'i' });
    expect([nameOf(named), classOf(named), isNamedByTitle(named)]).toEqual(['Ewelina Kania', null, true]);

    const known = callerOf(buildDeskCall({ card: { customers: [customer('Helena Wójcik')], customerCount: 1 } }));
    expect(namedBy(interests, known)).toBe(known);
  });

  test('[S1.12] one customer found has a name and a class', () => {
    const card = { customers: [{ ...customer('Helena Wójcik'), class: 'vip' as const }], customerCount: 1 };
    const caller = callerOf(buildDeskCall({ card }));
    expect([nameOf(caller), classOf(caller)]).toEqual(['Helena Wójcik', 'vip']);
  });

  test('[S0.4] of many customers a few are listed, and the rest counted', () => {
    const customers = Array.from({ length: 20 }, (_, index) => customer(`Customer ${index}`));
    const caller = callerOf(buildDeskCall({ card: { customers, customerCount: 5_000 } }));
    expect(caller).toMatchObject({ kind: 'several', customers: { length: 5 }, more: 4_995 });
  });

  test('[S0.14] two customers are both listed, none is left over', () => {
    const card = { customers: [customer('Piotr'), customer('Anna')], customerCount: 2 };
    expect(callerOf(buildDeskCall({ card }))).toMatchObject({ customers: { length: 2 }, more: 0 });
  });
});

describe('[S0.14] of several the operator chose one', () => {
  const card = { customers: [customer('Piotr'), customer('Anna')], customerCount: 2 };

  test('who is on the line from then on', () => {
    expect(callerOf(buildDeskCall({ card }), 'Anna')).toMatchObject({ kind: 'customer', customer: { name: 'Anna' } });
  });

  test('but somebody who is no longer among them is nobody’s choice', () => {
    expect(callerOf(buildDeskCall({ card }), 'Gone')).toMatchObject({ kind: 'several' });
  });
});

describe('[S1.12] the name to say aloud', () => {
  const contact = { name: 'Teresa Lis', position: 'Purchasing' };
  const of = (overrides: Partial<CardCustomer>) =>
    callerOf(
      buildDeskCall({ card: { customers: [buildCardCustomer({ name: 'Lis Logistics', ...overrides })], customerCount: 1 } }),
    );

  test('is that of the contact person whose number it is', () => {
    expect(nameOf(of({ contact }))).toBe('Teresa Lis');
    expect(isNamedByTitle(of({ contact }))).toBe(false);
  });

  test('stands below a company, and is the title where there is none', () => {
    expect(isNamedByTitle(of({ company: 'Lis Sp. z o.o.' }))).toBe(false);
    expect(isNamedByTitle(of({}))).toBe(true);
  });
});

test('[S1.7] the first sentence of a note stands apart from the rest', () => {
  expect(splitNote('Allergic to nuts. Read the order back.')).toEqual({
    first: 'Allergic to nuts.',
    rest: 'Read the order back.',
  });
  expect(splitNote('Pays by card, 3.50 deposit')).toEqual({ first: 'Pays by card, 3.50 deposit', rest: '' });
});
