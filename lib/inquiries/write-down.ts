import type { Actor } from '../actor.ts';
import type { Prisma } from '../db/generated/client.ts';
import { addCall } from '../interests/add-call.ts';
import { newId } from '../new-id.ts';

type Tx = Prisma.TransactionClient;

/** What one manager had to say in one registration. */
export type Said = { interestId: string; callId: string | null; text: string };

/** What is to be done and what was heard, as the timeline keeps it when the interest's own fields say something else by then. */
export function saidOf({ whatToDo, description }: { whatToDo: string; description: string }): string {
  return [whatToDo, description].filter((text) => text !== '').join('\n\n');
}

/**
 * Puts the call into the timeline, once, with what was said (S3.11); what a second manager says of the same call joins what the first
 * said. Without a call it is a note.
 */
export async function writeDown(tx: Tx, { interestId, callId, text }: Said, actor: Actor): Promise<void> {
  if (callId) return writeIntoCall(tx, { interestId, callId, text }, actor);
  if (text === '') return;
  await tx.interaction.create({
    data: { id: newId(), interestId, kind: 'note', text, at: actor.at, byId: actor.userId },
    select: { id: true },
  });
}

async function writeIntoCall(tx: Tx, call: { interestId: string; callId: string; text: string }, actor: Actor): Promise<void> {
  await addCall(tx, { ...call, text: '' }, actor);
  if (call.text === '') return;
  const where = { interestId_callId: { interestId: call.interestId, callId: call.callId } };
  const { text } = await tx.interaction.findUniqueOrThrow({ where, select: { text: true } });
  await tx.interaction.update({
    where,
    data: { text: text === '' ? call.text : `${text}\n\n${call.text}` },
    select: { id: true },
  });
}
