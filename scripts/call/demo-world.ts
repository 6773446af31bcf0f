/** What `npm run demo` seeds, as far as a caller can know it (contract.md). */

export const LINES = {
  deliveryHotline: '+48221000001',
  newCustomers: '+48221000002',
  followUp: '+48221000003',
  complaints: '+48221000004',
} as const;

export const EXTENSIONS = { olga: '101', oskar: '102', marta: '103' } as const;

export const CALLERS = {
  vera: { number: '+48600100101', name: 'Vera Lind' },
  adam: { number: '+48600100102', name: 'Adam Nowak' },
  ewa: { number: '+48600100103', name: 'Ewa Zielińska' },
  kowalski: { number: '+48600100104', name: 'Piotr Kowalski' },
  helena: { number: '+48600100105', name: 'Helena Wójcik' },
  leon: { number: '+48600100106', name: 'Leon Trudny' },
  marek: { number: '+48600100107', name: 'Marek Kierowca' },
  teresa: { number: '+48600100108', name: 'Teresa Lis' },
} as const;

/** Nobody knows +486001999xx. */
export function unknownCaller(index: number): string {
  return `+486001999${String(index % 100).padStart(2, '0')}`;
}
