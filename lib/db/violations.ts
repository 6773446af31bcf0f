import { Prisma } from './generated/client.ts';

/** Whether a write failed at a unique key: the database settles who was first. */
export function isTaken(error: unknown): boolean {
  return codeOf(error) === 'P2002';
}

/** Whether a write failed at a foreign key: what it names is gone, or what it deletes is still needed. */
export function isTied(error: unknown): boolean {
  return codeOf(error) === 'P2003';
}

/** Whether the row to write is not there. */
export function isMissing(error: unknown): boolean {
  return codeOf(error) === 'P2025';
}

function codeOf(error: unknown): string | null {
  return error instanceof Prisma.PrismaClientKnownRequestError ? error.code : null;
}
