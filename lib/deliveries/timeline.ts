import { z } from 'zod';
import { PART_NAMES, type PartName } from './merge.ts';
import { DELIVERY_STATUSES } from './status.ts';

const written = z.string().catch('');
const amount = z.number().nullable().catch(null);
const names = z.array(z.string()).catch([]);

// As the stores wrote them, each event its own; older events have fewer. What cannot be read is left out, never the event.
const Details = z.object({
  amountMinor: amount,
  fromAmountMinor: amount,
  reason: written,
  promisedAt: written,
  /** Whose board or till it was, or, of a sending, where it went. */
  pointOfSale: written,
  isMoved: z.boolean().catch(false),
  side: z.enum(['desk', 'board', 'till']).nullable().catch(null),
  driver: written,
  from: written,
  to: z.enum(DELIVERY_STATUSES).nullable().catch(null),
  parts: names,
  added: names,
  removed: names,
  changed: names,
});

/** What happened, as far as the event itself says. `areLines`: products changed, too. */
export type EventFacts = Omit<z.infer<typeof Details>, 'parts'> & { parts: PartName[]; areLines: boolean };

export function readDetails(details: unknown): EventFacts {
  const isRecord = typeof details === 'object' && details !== null && !Array.isArray(details);
  const { parts, ...facts } = Details.parse(isRecord ? details : {});
  return {
    ...facts,
    parts: PART_NAMES.filter((part) => parts.includes(part)),
    areLines: parts.some((part) => part.startsWith('line:')),
  };
}
