import { describe, expect, test } from 'vitest';
import { destinationPath, newDeliveryPath } from './destination-path';

describe('what Answer opens', () => {
  test('[S0.10] an open delivery, with the call it is about', () => {
    expect(destinationPath({ kind: 'delivery', deliveryId: 'd1' }, 'c1')).toBe('/deliveries/d1?call=c1');
  });

  test('[S0.12] a new delivery of the customer, with the number that is calling', () => {
    expect(destinationPath({ kind: 'newDelivery', phone: '+48600100103', customerId: 'ewa' }, 'c1')).toBe(
      '/deliveries/new?phone=%2B48600100103&customer=ewa&call=c1',
    );
  });

  test('[S0.13] a new delivery with only the number of an unknown caller', () => {
    expect(newDeliveryPath({ phone: '+48600199999', customerId: null, callId: 'c1' })).toBe(
      '/deliveries/new?phone=%2B48600199999&call=c1',
    );
  });

  test('[S0.14b] a new delivery without a phone for a withheld number', () => {
    expect(destinationPath({ kind: 'newDelivery', phone: null, customerId: null }, 'c1')).toBe('/deliveries/new?call=c1');
  });

  test('[S0.20] the driver', () => {
    expect(destinationPath({ kind: 'driver', driverId: 'marek' }, 'c1')).toBe('/drivers/marek');
  });

  test('nothing, where the operator wants nothing', () => {
    expect(destinationPath({ kind: 'nothing' }, 'c1')).toBeNull();
  });
});
