import { randomUUID } from 'node:crypto';
import type { Prisma } from '../../lib/db/generated/client.ts';

const TEMPLATES = [
  {
    name: 'We missed your call',
    text: 'Hello {name}, we are sorry that we missed your call to {line}. We will ring you back shortly.',
  },
  { name: 'Please ring us again', text: 'Hello {name}, we could not reach you. Please ring us again at {number}.' },
];

/** Texts for callers who did not get through. */
export async function seedSmsTemplates(db: Prisma.TransactionClient): Promise<void> {
  await db.smsTemplate.createMany({ data: TEMPLATES.map((template) => ({ id: randomUUID(), ...template })) });
}
