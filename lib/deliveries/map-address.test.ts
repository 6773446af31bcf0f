import { describe, expect, test } from 'vitest';
import { mapAddress, mapPlatform } from './map-address.ts';

const place = { street: 'Żwirki & Wigury 12', city: 'Warszawa' };
const query = '%C5%BBwirki%20%26%20Wigury%2012%2C%20Warszawa';

describe('an address on a map', () => {
  test.each([
    ['android', `geo:0,0?q=${query}`],
    ['apple', `maps://?q=${query}`],
    ['other', `https://www.openstreetmap.org/search?query=${query}`],
  ] as const)('on %s is %s', (platform, address) => {
    expect(mapAddress(place, platform)).toBe(address);
  });

  test('is nowhere without a street', () => {
    expect(mapAddress({ street: ' ', city: 'Warszawa' }, 'other')).toBeNull();
  });
});

test.each([
  ['Mozilla/5.0 (Linux; Android 16; Pixel 9)', 'android'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X)', 'apple'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', 'apple'],
  ['Mozilla/5.0 (X11; Linux x86_64)', 'other'],
])('%s has the map of %s', (userAgent, platform) => {
  expect(mapPlatform(userAgent)).toBe(platform);
});
