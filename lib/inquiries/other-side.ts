import type { Prisma } from '../db/generated/client.ts';

export const otherSide = {
  direction: true,
  fromE164: true,
  fromDisplay: true,
  toE164: true,
  toDisplay: true,
} satisfies Prisma.CallSelect;

/** With whom a call is: whoever called, or was called. An extension is nobody's number (S3.16). */
export function otherSideOf(call: Prisma.CallGetPayload<{ select: typeof otherSide }>): { e164: string | null; display: string } {
  if (call.direction === 'internal') return { e164: null, display: '' };
  if (call.direction === 'outbound') return { e164: call.toE164, display: call.toDisplay };
  return { e164: call.fromE164, display: call.fromDisplay };
}
