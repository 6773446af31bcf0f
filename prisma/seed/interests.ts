import type { Prisma } from '../../lib/db/generated/client.ts';
import { stageChange } from '../../lib/interests/stage-change.ts';
import type { InterestStage, StandardStage } from '../../lib/interests/types.ts';
import { displayNumber } from '../../lib/phone-number.ts';
import type { SeededCustomer } from './customers.ts';
import { INTEREST_PLANS, type InterestPlan, SERVICE_TYPES } from './interest-plans.ts';
import type { Random } from './random.ts';
import type { StaffMember } from './staff.ts';
import { minutesFrom, onFiveMinutes } from './time.ts';

const DAY_MINUTES = 24 * 60;

type Callers = { lis: { customerId: string; contactId: string }; helena: { id: string } };
type World = { leaders: StaffMember[]; callers: Callers; customers: SeededCustomer[]; now: Date };
type Stages = Record<StandardStage, InterestStage>;

/** A dozen interests in all stages, with what was said about them and what there is to do, some of it overdue. */
export async function seedInterests(db: Prisma.TransactionClient, random: Random, world: World): Promise<void> {
  const types = SERVICE_TYPES.map((name, position) => ({ id: random.uuid(), name, position }));
  await db.serviceType.createMany({ data: types });
  const stages = await standardStages(db);

  await db.customer.update({
    where: { id: world.callers.lis.customerId },
    data: { managerId: leaderOf('marta', world) },
    select: { id: true },
  });

  // One by one: their numbers follow their age.
  const plans = INTEREST_PLANS.map((plan) => ({ plan, id: random.uuid() })).sort((one, other) => ageOf(other) - ageOf(one));
  for (const { plan, id } of plans) {
    const serviceTypeId = types.find(({ name }) => name === plan.service)?.id ?? null;
    await db.interest.create({ data: { id, serviceTypeId, ...rowOf(plan, world, stages) }, select: { id: true } });
    await db.interaction.createMany({ data: interactionsOf(plan, { id, random, world, stages }) });
    await db.interestTask.createMany({ data: tasksOf(plan, { id, random, world }) });
  }
}

function rowOf(
  { subject, whatToDo = '', description = '', stages: way, reason = '', of, lead }: InterestPlan,
  world: World,
  stages: Stages,
) {
  const [first, last] = [way[0], way.at(-1)];
  if (!first || !last) throw new Error(`${subject} is in no stage.`);
  const [createdAt, stageSince] = [daysAgo(world, first[1]), daysAgo(world, last[1])];
  const { id: stageId, kind } = stages[last[0]];
  const leader = leaderOf(lead, world);
  const closed = { closedAt: kind === 'active' ? null : stageSince, lostReason: reason };
  const people = { responsibleId: leader, createdById: leader ?? world.leaders[0]?.id ?? null };
  return {
    subject,
    whatToDo,
    description,
    stageId,
    stageSince,
    ...closed,
    ...whose(of, world),
    ...people,
    createdAt,
    changedAt: stageSince,
  };
}

function whose(of: InterestPlan['of'], { callers, customers }: World) {
  if ('caller' in of) return of.caller === 'lis' ? callers.lis : { customerId: callers.helena.id };
  if ('customer' in of) return { customerId: customers[of.customer]?.id ?? null };
  const { name, company, e164 } = of;
  return { potentialName: name, potentialCompany: company, phoneE164: e164, phoneDisplay: e164 ? displayNumber(e164, 'PL') : '' };
}

type Of = { id: string; random: Random; world: World };

function interactionsOf(
  { stages: way, reason = '', said = [], lead }: InterestPlan,
  { id, random, world, stages }: Of & { stages: Stages },
) {
  const by = { interestId: id, byId: leaderOf(lead, world) };
  const moves = way.slice(1).map(([stage, days], index) => {
    const details = stageChange(stages[way[index]?.[0] ?? 'new'], stages[stage], stage === 'lost' ? reason : '');
    return { id: random.uuid(), ...by, kind: 'stage_change' as const, details, at: daysAgo(world, days) };
  });
  const notes = said.map(([kind, days, text]) => ({
    id: random.uuid(),
    ...by,
    kind,
    text,
    at: minutesFrom(daysAgo(world, days), 12),
  }));
  return [...moves, ...notes];
}

function tasksOf({ tasks = [], lead, stages: way }: InterestPlan, { id, random, world }: Of) {
  return tasks.map(([title, dueInHours, isDone = false]) => {
    const dueAt = onFiveMinutes(minutesFrom(world.now, dueInHours * 60));
    const createdAt = daysAgo(world, way[0]?.[1] ?? 0);
    const doneAt = isDone ? minutesFrom(dueAt, -45) : null;
    return { id: random.uuid(), interestId: id, title, dueAt, doneAt, assigneeId: leaderOf(lead, world), createdAt };
  });
}

async function standardStages(db: Prisma.TransactionClient): Promise<Stages> {
  const of = (standard: StandardStage) =>
    db.interestStage.findUniqueOrThrow({ where: { standard }, select: { id: true, name: true, standard: true, kind: true } });
  return { new: await of('new'), in_work: await of('in_work'), won: await of('won'), lost: await of('lost') };
}

function leaderOf(lead: InterestPlan['lead'], { leaders }: World): string | null {
  if (lead === null) return null;
  return leaders[lead === 'marta' ? 0 : 1]?.id ?? null;
}

function ageOf({ plan }: { plan: InterestPlan }): number {
  return plan.stages[0]?.[1] ?? 0;
}

/** Something that happened today did so an hour ago. */
function daysAgo({ now }: World, days: number): Date {
  return minutesFrom(now, -days * DAY_MINUTES - 60);
}
