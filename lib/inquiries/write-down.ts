import type { Actor } from '../actor.ts';
import type { Prisma } from '../db/generated/client.ts';
import { addCall } from '../interests/add-call.ts';

type Tx = Prisma.TransactionClient;

/** What one manager had to say in one registration; `id` is its own, the same each time it is sent. */
export type Said = { id: string; interestId: string; callId: string | null; text: string };

/** What is to be done and what was heard, as the timeline keeps it when the interest's own fields say something else by then. */
export function saidOf({ whatToDo, description }: { whatToDo: string; description: string }): string {
  return [whatToDo, description].filter((text) => text !== '').join('\n\n');
}

/** Whether it stands in the timeline already: it was sent again after a lost answer. */
export async function isWritten(tx: Tx, { id, interestId, callId, text }: Said): Promise<boolean> {
  if (text === '') return false;
  const written = await tx.interaction.findFirst({
    where: { interestId, ...(callId ? { callId } : { id }) },
    select: { text: true },
  });
  return written?.text.includes(text) ?? false;
}

/**
 * Puts the call into the timeline, once, with what was said (S3.11); what a second manager says of the same call joins what the first
 * said. Without a call it is a note.
 */
export async function writeDown(tx: Tx, { id, interestId, callId, text }: Said, actor: Actor): Promise<void> {
  if (callId) return writeIntoCall(tx, { interestId, callId, text }, actor);
  if (text === '') return;
  await tx.interaction.createMany({
    data: [{ id, interestId, kind: 'note', text, at: actor.at, byId: actor.userId }],
    skipDuplicates: true,
  });
}

async function writeIntoCall(tx: Tx, call: { interestId: string; callId: string; text: string }, actor: Actor): Promise<void> {
  await addCall(tx, call, actor);
  const where = { interestId_callId: { interestId: call.interestId, callId: call.callId } };
  const { text } = await tx.interaction.findUniqueOrThrow({ where, select: { text: true } });
  if (text.includes(call.text)) return;
  await tx.interaction.update({
    where,
    data: { text: text === '' ? call.text : `${text}\n\n${call.text}` },
    select: { id: true },
  });
}
