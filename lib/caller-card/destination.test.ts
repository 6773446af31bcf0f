import { describe, expect, test } from 'vitest';
import type { IncomingCallAction } from '../users/types.ts';
import { buildCardCustomer } from './build-card-customer.ts';
import { whatOpens } from './destination.ts';
import { emptyCard } from './empty-card.ts';
import type { CallerCard, CardDelivery } from './types.ts';

const customer = (id: string) => buildCardCustomer({ name: id });
const delivery = (id: string): CardDelivery => ({
  id,
  number: 1,
  status: 'cooking',
  wantedAt: null,
  totalMinor: 0,
  customerName: '',
  pointOfSaleName: null,
  responsibleName: null,
});
const card = (overrides: Partial<CallerCard> = {}): CallerCard => ({ ...emptyCard, ...overrides });

const phone = '+48600100102';
function opens(
  found: Partial<CallerCard>,
  called: { phone?: string | null; action?: IncomingCallAction; direction?: 'inbound' | 'outbound' | 'internal' } = {},
) {
  return whatOpens(
    { direction: called.direction ?? 'inbound', phone: called.phone === undefined ? phone : called.phone, card: card(found) },
    called.action ?? 'open_delivery',
  );
}

describe('whatOpens', () => {
  test('[S0.10] the one open delivery', () => {
    expect(opens({ openDeliveries: [delivery('a')], customers: [customer('c')] })).toEqual({ kind: 'delivery', deliveryId: 'a' });
  });

  test('[S0.11] the earliest of several open deliveries, which the card lists first', () => {
    expect(opens({ openDeliveries: [delivery('earlier'), delivery('later')] })).toEqual({
      kind: 'delivery',
      deliveryId: 'earlier',
    });
  });

  test('[S0.9] open deliveries come before customers, even before several', () => {
    expect(opens({ openDeliveries: [delivery('a')], customers: [customer('c'), customer('d')] }).kind).toBe('delivery');
  });

  test('[S0.12] a new delivery for the one customer, with the number they call from', () => {
    expect(opens({ customers: [customer('c')] })).toEqual({ kind: 'newDelivery', phone, customerId: 'c' });
  });

  test('[S0.13] a new delivery with the number when nobody has it', () => {
    expect(opens({})).toEqual({ kind: 'newDelivery', phone, customerId: null });
  });

  test('[S0.14] several customers are offered for choice', () => {
    const customers = [customer('c'), customer('d')];
    expect(opens({ customers })).toEqual({ kind: 'chooseCustomer', phone, customers });
  });

  test('[S0.14b] a withheld number leads to an empty new delivery, whoever has no number', () => {
    expect(opens({ customers: [customer('c')] }, { phone: null })).toEqual({
      kind: 'newDelivery',
      phone: null,
      customerId: null,
    });
  });

  test.each<IncomingCallAction>(['open_delivery', 'register_inquiry', 'open_call_window', 'nothing'])(
    '[S0.20] a driver opens the driver for an operator who prefers %s',
    (action) => {
      expect(opens({ driver: { id: 'v', name: 'Marek', deliveries: [] }, openDeliveries: [delivery('a')] }, { action })).toEqual({
        kind: 'driver',
        driverId: 'v',
      });
    },
  );

  test('[S3.6] [S3.17] the wizard, for whoever calls, where the operator registers inquiries', () => {
    const action = 'register_inquiry';
    expect(opens({ customers: [customer('c')], openDeliveries: [delivery('a')] }, { action })).toEqual({ kind: 'inquiry' });
    expect(opens({ customers: [customer('c'), customer('d')] }, { action })).toEqual({ kind: 'inquiry' });
    expect(opens({}, { action })).toEqual({ kind: 'inquiry' });
    expect(opens({}, { action, phone: null })).toEqual({ kind: 'inquiry' });
  });

  test('[S3.2] [S3.16] while a colleague asks, no wizard opens, nor for a call that one dialled', () => {
    const action = 'register_inquiry';
    expect(opens({ colleague: { id: 'u', name: 'Olga' } }, { action, direction: 'internal' })).toEqual({ kind: 'nothing' });
    expect(opens({}, { action, direction: 'internal' })).toEqual({ kind: 'nothing' });
    expect(opens({ customers: [customer('c')] }, { action, direction: 'outbound' })).toEqual({ kind: 'nothing' });
  });

  test('an operator who wants nothing opened gets nothing', () => {
    expect(opens({ openDeliveries: [delivery('a')] }, { action: 'nothing' })).toEqual({ kind: 'nothing' });
  });

  test('[R28] a colleague ringing opens nothing', () => {
    expect(opens({ colleague: { id: 'u', name: 'Oskar' } }, { direction: 'internal' })).toEqual({ kind: 'nothing' });
    expect(opens({ colleague: { id: 'u', name: 'Oskar' } })).toEqual({ kind: 'nothing' });
  });
});
