export type MapPlatform = 'android' | 'apple' | 'other';

type Place = { street: string; city: string };

/** Where the platform's own map, or else a map page, shows an address. A flat only confuses a map; null without a street. */
export function mapAddress({ street, city }: Place, platform: MapPlatform): string | null {
  if (!street.trim()) return null;
  const query = encodeURIComponent([street.trim(), city.trim()].filter(Boolean).join(', '));

  switch (platform) {
    case 'android':
      return `geo:0,0?q=${query}`;
    case 'apple':
      return `maps://?q=${query}`;
    case 'other':
      return `https://www.openstreetmap.org/search?query=${query}`;
  }
}

/** An iPhone, an iPad or a Mac has Apple's map, an Android phone whichever it chose. */
export function mapPlatform(userAgent: string): MapPlatform {
  if (/android/i.test(userAgent)) return 'android';
  return /iphone|ipad|macintosh/i.test(userAgent) ? 'apple' : 'other';
}
