import { expect, test } from 'vitest';
import { emptyContent } from '../deliveries/types.ts';
import { fillingOf } from './filling.ts';

const home = { street: 'Dolna 9', flat: '', district: 'Mokotów', city: 'Warszawa', driverNote: 'Bell broken' };
const ewa = { id: 'ewa', name: 'Ewa Zielińska', display: '+48 600 100 103', address: home };

test('[S0.16b] a customer who is chosen brings their name, number and last address', () => {
  expect(fillingOf(emptyContent, ewa)).toEqual({
    customerId: 'ewa',
    customerName: 'Ewa Zielińska',
    phone: '+48 600 100 103',
    ...home,
  });
});

test('[S0.12] the number they are calling from stays', () => {
  expect(fillingOf({ ...emptyContent, phone: '+48 600 199 999' }, ewa)).not.toHaveProperty('phone');
});

test('an address that is being taken down stays', () => {
  expect(fillingOf({ ...emptyContent, district: 'Wola' }, ewa)).not.toHaveProperty('street');
});

test('one without number or address leaves both as they are', () => {
  const filling = fillingOf(emptyContent, { ...ewa, display: null, address: null });
  expect(filling).toEqual({ customerId: 'ewa', customerName: 'Ewa Zielińska' });
});
