import type { Actor } from '../actor.ts';
import type { Prisma } from '../db/generated/client.ts';
import { lockInterest } from '../interests/touch.ts';
import type { StoredInterest } from './begin-interest.ts';
import { Faulty } from './fault.ts';
import type { RegisterInquiry } from './schema.ts';
import { lockServiceType } from './service-type-lock.ts';
import { saidOf, writeDown } from './write-down.ts';

type Existing = Extract<RegisterInquiry['inquiry'], { kind: 'existing' }>;

/**
 * An active interest gets what is to be done now and what service it is by now, where that is still what the manager saw: what a
 * colleague wrote meanwhile stays. Its subject stays too, and every word of this manager's is in the timeline (S3.9, S3.11).
 */
export async function joinInterest(
  tx: Prisma.TransactionClient,
  { interestId: id, from, who, whatToDo, serviceTypeId, description }: Existing,
  callId: string | null,
  actor: Actor,
): Promise<StoredInterest> {
  if (!(await lockInterest(tx, id))) throw new Faulty({ kind: 'interestClosed' });
  const before = await tx.interest.findUniqueOrThrow({
    where: { id },
    select: { number: true, version: true, customerId: true, closedAt: true, whatToDo: true, serviceTypeId: true, ...name },
  });
  if (before.closedAt) throw new Faulty({ kind: 'interestClosed' });

  const changes = {
    whatToDo: whatToDo !== '' && before.whatToDo === from.whatToDo ? whatToDo : before.whatToDo,
    serviceTypeId: before.serviceTypeId === from.serviceTypeId ? serviceTypeId : before.serviceTypeId,
  };
  await lockServiceType(tx, changes.serviceTypeId, before.serviceTypeId);
  const { version } = await tx.interest.update({
    where: { id },
    data: { ...changes, ...named(before, who), changedAt: actor.at, version: { increment: 1 } },
    select: { version: true },
  });
  const text = [unknownOf(before, who), saidOf({ whatToDo, description })].filter((each) => each !== '').join('\n\n');
  await writeDown(tx, { interestId: id, callId, text }, actor);
  return { ...before, version };
}

const name = { potentialName: true, potentialCompany: true };
type Named = { customerId: string | null; potentialName: string; potentialCompany: string };

/** A potential customer whose name nobody knew has one now. */
function named({ customerId, potentialName, potentialCompany }: Named, who: Existing['who']) {
  if (customerId !== null) return {};
  return { potentialName: potentialName || who.name, potentialCompany: potentialCompany || who.company };
}

/** Who the caller said they are, where the interest says something else: it is somebody's word, and stands in the timeline. */
function unknownOf({ customerId, potentialName, potentialCompany }: Named, who: Existing['who']): string {
  const isKept = (said: string, there: string) => said === there || (customerId === null && there === '');
  const said = [isKept(who.name, potentialName) ? '' : who.name, isKept(who.company, potentialCompany) ? '' : who.company];
  return said.filter((each) => each !== '').join(', ');
}
