import type { Prisma } from '../../lib/db/generated/client.ts';
import { buildCategory, buildPointOfSale, buildProduct, buildProductAt } from '../factories/deliveries.ts';
import type { Random } from './random.ts';

// Always open: a demo is looked at by night too.
const POINTS_OF_SALE = [
  { name: 'Mokotów', address: 'Puławska 107, Warszawa', capacity: 12, phone: '+48 22 100 01 01', openingHours: {} },
  { name: 'Śródmieście', address: 'Krucza 41, Warszawa', capacity: 16, phone: '+48 22 100 01 02', openingHours: {} },
  { name: 'Praga', address: 'Ząbkowska 18, Warszawa', capacity: 8, phone: '+48 22 100 01 03', openingHours: {} },
];

type Entry = readonly [name: string, priceMinor: number];

/** Category, prefix of its codes, what is in it. Forty in all. */
const CATALOGUE: ReadonlyArray<readonly [category: string, prefix: string, entries: readonly Entry[]]> = [
  [
    'Pizza',
    'PZ',
    [
      ['Pizza Margherita 32 cm', 2900],
      ['Pizza Capricciosa 32 cm', 3600],
      ['Pizza Pepperoni 32 cm', 3800],
      ['Pizza Cztery sery 32 cm', 4100],
      ['Pizza Wegetariańska 32 cm', 3500],
      ['Pizza Hawajska 32 cm', 3700],
      ['Pizza Góralska z oscypkiem 32 cm', 4300],
      ['Pizza Margherita 42 cm', 4200],
      ['Pizza Pepperoni 42 cm', 5400],
    ],
  ],
  [
    'Pierogi',
    'PI',
    [
      ['Pierogi ruskie, 10 szt.', 2700],
      ['Pierogi z mięsem, 10 szt.', 3100],
      ['Pierogi z kapustą i grzybami, 10 szt.', 2900],
      ['Pierogi ze szpinakiem i fetą, 10 szt.', 3000],
      ['Pierogi z jagodami, 10 szt.', 2800],
    ],
  ],
  [
    'Zupy',
    'ZU',
    [
      ['Żurek z białą kiełbasą', 2200],
      ['Rosół z makaronem', 1800],
      ['Barszcz czerwony z uszkami', 1900],
      ['Zupa pomidorowa', 1700],
      ['Flaki po warszawsku', 2400],
    ],
  ],
  [
    'Dania główne',
    'DG',
    [
      ['Kotlet schabowy z ziemniakami', 3900],
      ['Placki ziemniaczane z gulaszem', 4200],
      ['Bigos staropolski', 3400],
      ['Gołąbki w sosie pomidorowym', 3600],
      ['Pierś z kurczaka z warzywami', 4100],
      ['Dorsz smażony z frytkami', 4600],
      ['Naleśniki z serem', 2600],
    ],
  ],
  [
    'Dodatki',
    'DO',
    [
      ['Frytki', 1200],
      ['Surówka z białej kapusty', 800],
      ['Mizeria', 900],
      ['Sos czosnkowy', 400],
      ['Sos ostry', 400],
      ['Pieczywo', 500],
    ],
  ],
  [
    'Desery',
    'DE',
    [
      ['Sernik krakowski', 1700],
      ['Szarlotka z lodami', 1900],
      ['Makowiec', 1600],
    ],
  ],
  [
    'Napoje',
    'NA',
    [
      ['Coca-Cola 0,85 l', 1100],
      ['Woda niegazowana 0,5 l', 600],
      ['Kompot z truskawek 0,5 l', 900],
      ['Sok pomarańczowy 0,3 l', 1000],
      ['Lemoniada 0,4 l', 1300],
    ],
  ],
];

/** What the points of sale do differently. */
const DIFFERENCES = [
  { place: 'Śródmieście', code: 'PZ09', priceMinor: 5700 },
  { place: 'Śródmieście', code: 'DG06', priceMinor: 4900 },
  { place: 'Praga', code: 'DG06', priceMinor: 4400 },
  { place: 'Praga', code: 'NA05', priceMinor: 1200 },
  { place: 'Mokotów', code: 'DG07', isAvailable: false },
];

export type Catalogue = {
  pointsOfSale: ReturnType<typeof buildPointOfSale>[];
  products: (ReturnType<typeof buildProduct> & { category: string })[];
};

export async function seedCatalogue(db: Prisma.TransactionClient, random: Random): Promise<Catalogue> {
  const pointsOfSale = POINTS_OF_SALE.map((place) => buildPointOfSale({ id: random.uuid(), ...place }));
  const categories = CATALOGUE.map(([name], position) => buildCategory({ id: random.uuid(), name, position }));
  const products = CATALOGUE.flatMap(([category, prefix, entries], position) =>
    entries.map(([name, priceMinor], index) => {
      const code = `${prefix}${String(index + 1).padStart(2, '0')}`;
      const categoryId = categories[position]?.id ?? '';
      // One dish is sold out, so that a person sees what that looks like.
      return {
        ...buildProduct({ id: random.uuid(), code, name, categoryId, priceMinor, isAvailable: code !== 'ZU05' }),
        category,
      };
    }),
  );

  await db.pointOfSale.createMany({ data: pointsOfSale });
  await db.category.createMany({ data: categories });
  await db.product.createMany({ data: products.map(({ category: _, ...product }) => product) });
  await db.pointOfSaleProduct.createMany({
    data: DIFFERENCES.map(({ place, code, ...difference }) =>
      buildProductAt({
        pointOfSaleId: pointsOfSale.find(({ name }) => name === place)?.id ?? '',
        productId: products.find((product) => product.code === code)?.id ?? '',
        ...difference,
      }),
    ),
  });
  return { pointsOfSale, products };
}
