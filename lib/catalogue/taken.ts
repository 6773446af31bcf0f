import { Prisma } from '../db/generated/client.ts';

/** Whether a write failed at a unique key: the database settles who was first. */
export function isTaken(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
}

/** Whether a write failed at a foreign key: what it names is gone, or what it deletes is still needed. */
export function isTied(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2003';
}
