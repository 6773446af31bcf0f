import { readFile } from 'node:fs/promises';
import type { Prisma } from '../../lib/db/generated/client.ts';
import { createNote, createPhoto, createStoredFile } from '../factories/files.ts';
import type { Random } from './random.ts';
import type { StaffMember } from './staff.ts';
import { minutesFrom } from './time.ts';

const PHOTO = new URL('./helena-wojcik.jpg', import.meta.url);
const DAY_MINUTES = 24 * 60;

const STANDING_ORDER = `day;people;time;to
Monday;12;12:30;third floor, conference room
Wednesday;14;12:30;third floor, conference room
Friday;9;13:00;reception
`;

const NOTES = [
  { days: 34, text: 'Wants one invoice for the whole month, to the address of the company.' },
  { days: 6, text: 'The office is on the third floor. The courier rings at the reception, the side door is closed after 17:00.' },
];

type World = { customerId: string; takers: StaffMember[]; now: Date };

/** What is known of Helena Wójcik, so that her caller card shows everything that one can (S1): a photo, two notes, a file. */
export async function seedHelena(
  db: Prisma.TransactionClient,
  random: Random,
  { customerId, takers, now }: World,
): Promise<void> {
  const daysAgo = (days: number) => minutesFrom(now, -days * DAY_MINUTES);
  const [first, ...others] = takers;
  const [olgaId, lastId] = [first?.id, others.at(-1)?.id];

  // The picture is drawn (helena-wojcik.svg): nobody's face is given away.
  await createPhoto(db, customerId, {
    id: random.uuid(),
    name: 'helena-wojcik.jpg',
    content: new Uint8Array(await readFile(PHOTO)),
    uploadedById: olgaId,
    createdAt: daysAgo(34),
  });
  await createStoredFile(db, {
    id: random.uuid(),
    name: 'Office lunches, standing order.csv',
    mediaType: 'text/csv',
    content: new TextEncoder().encode(STANDING_ORDER),
    customerId,
    uploadedById: lastId,
    createdAt: daysAgo(20),
  });
  for (const [index, { days, text }] of NOTES.entries()) {
    const authorId = index === 0 ? lastId : olgaId;
    await createNote(db, { id: random.uuid(), text, customerId, authorId, createdAt: daysAgo(days) });
  }
}
