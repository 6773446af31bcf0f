import { randomUUID } from 'node:crypto';
import { beforeEach } from 'vitest';
import { createCustomer } from '../../prisma/factories/customers.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { listFilesOfCustomer } from './queries.ts';

export const AT = new Date('2026-11-28T10:00:00Z');
export const HOUR_MS = 60 * 60 * 1000;
/** Somebody who sees what everybody may. */
export const everybody = { userId: randomUUID(), seesAllLines: false };
export let customerId: string;
export let userId: string;

/** Before each test of the file there is a customer to put files on, and Olga, who does. */
export function useOwner(): void {
  beforeEach(async () => {
    customerId = (await createCustomer(db)).id;
    userId = (await createUser(db, { name: 'Olga Operator' })).id;
  });
}

export const actor = (at = AT) => ({ userId, at });
export const filesOf = async (...asked: Parameters<typeof listFilesOfCustomer>) => (await listFilesOfCustomer(...asked)).rows;

export const leftOf = async (fileId: string) => ({
  files: await db.storedFile.count({ where: { id: fileId } }),
  chunks: await db.fileChunk.count({ where: { fileId } }),
});
export const NOTHING = { files: 0, chunks: 0 };
