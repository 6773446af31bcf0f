import type { Prisma } from '../../lib/db/generated/client.ts';
import { createContact } from '../factories/customer-records.ts';
import { createAddress, createCustomer, createDriver } from '../factories/customers.ts';
import type { SeededCustomer } from './customers.ts';
import type { PlannedDelivery } from './deliveries.ts';
import type { Regular } from './history.ts';
import type { Random } from './random.ts';
import { minutesFrom, onFiveMinutes } from './time.ts';

const VERA = '+48600100101';
const ADAM = '+48600100102';
const EWA = '+48600100103';
const KOWALSKI_FAMILY = '+48600100104';
const HELENA = '+48600100105';
const LEON = '+48600100106';
const MAREK = '+48600100107';
const TERESA = '+48600100108';

type Person = NonNullable<Parameters<typeof createCustomer>[1]> & { name: string; numbers: string[] };

/** The callers of the demo world and what they have ordered: exactly what a tester expects to see when one of them rings. */
export async function seedCallers(db: Prisma.TransactionClient, random: Random, now: Date) {
  const vera = await store({ name: 'Vera Lind', numbers: [VERA] }, 'Racławicka 14', 'Mokotów');
  const adam = await store({ name: 'Adam Nowak', numbers: [ADAM] }, 'Wilcza 30', 'Śródmieście');
  const ewa = await store({ name: 'Ewa Zielińska', numbers: [EWA] }, 'Dolna 9', 'Mokotów');
  await store({ name: 'Piotr Kowalski', numbers: [KOWALSKI_FAMILY] }, 'Targowa 50', 'Praga');
  await store({ name: 'Anna Kowalska', numbers: [KOWALSKI_FAMILY] }, 'Targowa 50', 'Praga');
  const helena = await store(
    { name: 'Helena Wójcik', company: 'Wójcik i Syn', class: 'vip', city: 'Kraków', note: 'Allergic to nuts', numbers: [HELENA] },
    'Krucza 12',
    'Śródmieście',
  );
  const warning = 'Refused to pay twice: take payment before sending';
  const leon = await store({ name: 'Leon Trudny', class: 'problem', note: warning, numbers: [LEON] }, 'Stalowa 3', 'Praga');
  const lis = await store({ name: 'Lis Logistics', city: 'Łódź', numbers: [TERESA] }, 'Składowa 7', 'Wola');
  const teresa = await createContact(db, { id: random.uuid(), customerId: lis.id, name: 'Teresa Lis', position: 'Dispatcher' });
  await db.phoneNumber.updateMany({ where: { customerId: lis.id, e164: TERESA }, data: { contactId: teresa.id } });
  const marek = await createDriver(db, { id: random.uuid(), name: 'Marek Kierowca', isOnShift: true, numbers: [MAREK] });

  const deliveries: PlannedDelivery[] = [
    { customer: vera, driver: null, status: 'sent', wantedAt: inMinutes(45) },
    // The one wanted later was taken first, so that "earliest first" is not the order they were written in.
    { customer: adam, driver: null, status: 'accepted', wantedAt: inMinutes(150), createdAt: minutesFrom(now, -95) },
    { customer: adam, driver: null, status: 'sent', wantedAt: inMinutes(60) },
    { customer: helena, driver: null, status: 'cooking', wantedAt: inMinutes(-25) },
  ];
  const regulars: Regular[] = [
    { customer: vera, times: 5 },
    { customer: adam, times: 14 },
    { customer: ewa, times: 8 },
    { customer: helena, times: 21 },
    { customer: leon, times: 2 },
  ];
  return { helena, lis: { customerId: lis.id, contactId: teresa.id }, marek, deliveries, regulars };

  async function store(person: Person, street: string, district: string): Promise<SeededCustomer> {
    const { id, name } = await createCustomer(db, { id: random.uuid(), ...person });
    const address = await createAddress(db, { id: random.uuid(), customerId: id, street, district, flat: '', lastUsedAt: now });
    return { id, name, numbers: person.numbers, address };
  }

  function inMinutes(minutes: number): Date {
    return onFiveMinutes(minutesFrom(now, minutes));
  }
}
