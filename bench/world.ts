import { execFileSync } from 'node:child_process';
import pg from 'pg';
import { openDataFolder } from '../scripts/data-folder.ts';
import { startDatabase } from '../scripts/database/embedded.ts';
import { migrate } from '../scripts/database/migrate.ts';
import { administer, urlOfDatabase } from '../scripts/database/scratch.ts';
import { growMissedCalls, MISSED_CALLS } from './grow-missed-calls.ts';

/** Another number is another world: one that an earlier Offhook grew is dropped. */
const DATABASE = 'offhook_bench_3';
const EARLIER = ['offhook_bench', 'offhook_bench_2'];
const DATA_FOLDER = '.data/bench';
/** The database is kept between runs, so what seals its secrets is fixed. Nothing but made-up people is in it. */
export const BENCH_SECRET = 'offhook-bench-keeps-nothing-secret';
export const CUSTOMERS = 1_000_000;
/** The only one of this name. */
const RARE_CUSTOMER = 424_242;

// Names and streets as a Polish town has them: one in ten is a Nowak, and one of the million is a Rarytas. Three in ten have an address.
const FIRST_NAMES = `Anna,Piotr,Katarzyna,Krzysztof,Małgorzata,Andrzej,Agnieszka,Tomasz,Barbara,Paweł,Ewa,Jan,Krystyna,Michał,Elżbieta,
Marcin,Maria,Stanisław,Zofia,Jakub,Teresa,Adam,Magdalena,Marek,Joanna,Łukasz,Monika,Grzegorz,Żaneta,Wojciech`;
const SURNAME_STEMS = `Kowal,Wiśniew,Wójcik,Kamiń,Lewandow,Zieliń,Szymań,Woźniak,Dąbrow,Kozłow,Jankow,Mazur,Kwiatkow,Krawczyk,
Piotrow,Grabow,Nowakow,Pawłow,Michal,Król,Wieczor,Jabłoń,Wróblew,Majew,Olszew,Stępień,Malinow,Jawor,Adam,Dudek,Nowic,Pawlak,Gór,Witkow,
Walczak,Sikor,Bąk,Rutkow,Michalak,Szewczyk,Ostrow,Baran,Tomaszew,Pietrzak,Zalew,Wróbel,Marciniak,Jasiń,Sadow,Zawadz`;
const SURNAME_ENDS = 'ska,ski,icz,owicz,czyk,ak,owa,ek,iec,ewicz';
const STREETS = `Puławska,Marszałkowska,Świętokrzyska,Żelazna,Długa,Krótka,Polna,Leśna,Słoneczna,Ogrodowa,Lipowa,Łąkowa,Kościuszki,
Mickiewicza,Sienkiewicza,Kochanowskiego,Grójecka,Górczewska,Chłodna,Targowa`;
const DISTRICTS = 'Mokotów,Wola,Żoliborz,Śródmieście,Praga,Ochota,Bielany,Ursynów';
const CITIES = 'Warszawa,Łódź,Kraków,Gdańsk,Poznań,Wrocław,Szczecin,Białystok,Częstochowa,Rzeszów';

/** Takes the entry of a list that a number falls on. */
function pick(list: string, number: string): string {
  const entries = list.split(',').map((entry) => `'${entry.trim()}'`);
  return `(array[${entries}])[1 + ((${number}) % ${entries.length})::int]`;
}

// The triggers and the index of trigrams would do for each of a million rows what is done once at the end.
const GROW = `
  set local maintenance_work_mem = '512MB';
  alter table "Customer" disable trigger user;
  alter table "Address" disable trigger user;
  drop index "Customer_searchText_idx";
  drop index "PhoneNumber_e164_idx";

  create temporary table people on commit drop as
  select gen_random_uuid() as id, g, ${pick(FIRST_NAMES, 'g / 10')} || ' ' || case
           when g = ${RARE_CUSTOMER} then 'Rarytas' when g % 10 = 3 then 'Nowak'
           else ${pick(SURNAME_STEMS, 'g * 7 + g / 300')} || ${pick(SURNAME_ENDS, 'g / 15000 + g / 7')} end as name,
         case when g % 10 = 0 then 'Firma ' || ${pick(STREETS, 'g / 10')} || ' ' || g end as company,
         ${pick(CITIES, 'g / 31')} as city,
         case when g % 10 < 3 then ${pick(STREETS, 'g / 10 + g / 170')} || ' ' || 1 + g % 120 end as street,
         ${pick(DISTRICTS, 'g / 30')} as district,
         case when g / 7 % 50 = 1 then 'vip' when g / 7 % 100 = 2 then 'problem' else 'regular' end::"CustomerClass" as class
    from generate_series(0::bigint, ${CUSTOMERS - 1}) g;

  insert into "Customer" (id, name, company, note, city, country, class, "searchText")
  select id, name, company, '', city, 'PL', class,
         ' ' || search_words(concat_ws(' ', name, company, city, case when street is not null then concat_ws(' ', street, district, city) end))
    from people;
  insert into "Address" (id, "customerId", street, district, city)
  select gen_random_uuid(), id, street, district, city from people where street is not null;
  insert into "PhoneNumber" (id, raw, e164, display, "isPrimary", "customerId")
  select gen_random_uuid(), e164, e164, e164, true, id from (select id, '+48' || (730000000 + g) as e164 from people) numbered;

  alter table "Customer" enable trigger user;
  alter table "Address" enable trigger user;
  create index "Customer_searchText_idx" on "Customer" using gin ("searchText" gin_trgm_ops);
  create index "PhoneNumber_e164_idx" on "PhoneNumber" using gin ("e164" gin_trgm_ops);`;

const FLOOR_CONNECTION = `
  insert into "PbxConnection" (id, slug, name, kind, country)
  values (gen_random_uuid(), 'floor', 'The floor of the benchmarks', 'webhook', 'PL') on conflict (slug) do nothing`;

export type World = { url: string; stop: () => void };

/** The number of the customer that is `index` of a million. */
export function numberOf(index: number): string {
  return `+48${730_000_000 + (index % CUSTOMERS)}`;
}

/** First name and surname, without accents as one types them, of people who are there. */
export function wordsOf(index: number): string {
  const firstNames = ['anna', 'piotr', 'zofia', 'lukasz', 'zaneta', 'wojciech', 'malgorzata'];
  const surnames = ['kowal', 'wisniew', 'zielin', 'dabrow', 'jablon', 'stepien', 'bak', 'nowak'];
  return `${firstNames[index % firstNames.length]} ${surnames[index % surnames.length]}`;
}

/** A migrated and seeded database with a million customers on top: made by the first run, kept for the next. */
export async function openWorld(tell: (progress: string) => void): Promise<World> {
  const given = process.env.DATABASE_URL;
  const server = given ? { ownerUrl: given, stop: () => undefined } : await startDatabase(openDataFolder(DATA_FOLDER));
  const url = urlOfDatabase(server.ownerUrl, DATABASE);

  for (const earlier of EARLIER) await administer(server.ownerUrl, `drop database if exists "${earlier}"`);
  await administer(server.ownerUrl, `create database "${DATABASE}"`).catch(unlessItIsThere);
  await migrate(url);
  execFileSync(process.execPath, ['--import', 'tsx', 'prisma/seed.ts'], {
    env: { ...process.env, DATABASE_URL: url, OFFHOOK_SECRET: BENCH_SECRET },
    stdio: 'inherit',
  });
  await withClient(url, async (client) => {
    await client.query(FLOOR_CONNECTION);
    const { rowCount } = await client.query('select from "PhoneNumber" where e164 = $1', [numberOf(CUSTOMERS - 1)]);
    if (rowCount) return;

    tell(`writing ${CUSTOMERS.toLocaleString('en')} customers, once`);
    // One transaction: of a growth that was broken off nothing is left.
    await client.query(`begin; ${GROW}; commit`);
    tell(`writing ${MISSED_CALLS.toLocaleString('en')} missed calls, once`);
    await growMissedCalls(client, new Date());
    await client.query('vacuum analyze');
  });
  return { url, stop: server.stop };
}

export async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function unlessItIsThere(error: unknown): void {
  const DUPLICATE_DATABASE = '42P04';
  if (!(error instanceof pg.DatabaseError) || error.code !== DUPLICATE_DATABASE) throw error;
}
