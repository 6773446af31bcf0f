import type { CustomerClass } from '../caller-card/types.ts';
import { Prisma } from '../db/generated/client.ts';
import { numberToCall } from '../phone-number.ts';
import type { InteractionKind, InterestStage } from './types.ts';

/** An interest as a list and a board show it. */
export type InterestRow = {
  id: string;
  number: number;
  subject: string;
  whatToDo: string;
  lostReason: string;
  version: number;
  stageSince: Date;
  closedAt: Date | null;
  stage: InterestStage;
  serviceType: string | null;
  responsible: { id: string; name: string } | null;
  of: InterestOf;
  nextTask: { id: string; title: string; dueAt: Date } | null;
  lastInteraction: { kind: InteractionKind; at: Date; text: string } | null;
};

/** Whom it is for, a customer or one who may become one, and the number to reach them at. */
export type InterestOf = {
  customerId: string | null;
  name: string;
  company: string;
  class: CustomerClass | null;
  /** The contact person of the customer. */
  contact: string;
  phone: { display: string; e164: string | null; callE164: string | null } | null;
};

export type RawRow = {
  id: string;
  number: number;
  subject: string;
  whatToDo: string;
  lostReason: string;
  version: number;
  stageSince: Date;
  closedAt: Date | null;
  stage: InterestStage;
  serviceType: string | null;
  responsible: { id: string; name: string } | null;
  customerId: string | null;
  name: string;
  company: string;
  class: CustomerClass | null;
  contact: string;
  e164: string | null;
  display: string | null;
  taskId: string | null;
  taskTitle: string | null;
  dueAt: Date | null;
  lastKind: InteractionKind | null;
  lastAt: Date | null;
  lastText: string | null;
};

/** What is joined to the few interests that are shown, each by an index; none of it for those that are not. */
export function shownRows(interests: Prisma.Sql, order: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    select i.id, i.number, i.subject, i."whatToDo", i."lostReason", i.version, i."stageSince", i."closedAt",
           json_build_object('id', s.id, 'name', s.name, 'standard', s.standard, 'kind', s.kind) as stage,
           v.name as "serviceType",
           case when u.id is null then null else json_build_object('id', u.id, 'name', u.name) end as responsible,
           i."customerId", coalesce(c.name, i."potentialName") as name, coalesce(c.company, i."potentialCompany") as company, c.class,
           coalesce(p.name, '') as contact,
           case when c.id is null then i."phoneE164" else n.e164 end as e164,
           case when c.id is null then i."phoneDisplay" else n.display end as display,
           t.id as "taskId", t.title as "taskTitle", t."dueAt", a.kind as "lastKind", a.at as "lastAt", a.text as "lastText"
      from (${interests}) i
      join "InterestStage" s on s.id = i."stageId"
      left join "ServiceType" v on v.id = i."serviceTypeId"
      left join "User" u on u.id = i."responsibleId"
      left join "Customer" c on c.id = i."customerId"
      left join "ContactPerson" p on p.id = i."contactId"
      left join lateral (
        select n.e164, n.display from "PhoneNumber" n where n."customerId" = c.id
         order by n."contactId" is not distinct from i."contactId" and i."contactId" is not null desc, n."isPrimary" desc, n.id limit 1) n on true
      left join lateral (
        select t.id, t.title, t."dueAt" from "InterestTask" t where t."interestId" = i.id and t."doneAt" is null
         order by t."dueAt", t.id limit 1) t on true
      left join lateral (
        select a.kind, a.at, left(a.text, 200) as text from "Interaction" a where a."interestId" = i.id
         order by a.at desc, a.id limit 1) a on true
     order by ${order}`;
}

export function toRow(raw: RawRow): InterestRow {
  const { id, number, subject, whatToDo, lostReason, version, stageSince, closedAt, stage, serviceType, responsible } = raw;
  const { taskId, taskTitle, dueAt, lastKind, lastAt, lastText } = raw;

  return {
    ...{ id, number, subject, whatToDo, lostReason, version, stageSince, closedAt, stage, serviceType, responsible },
    of: {
      customerId: raw.customerId,
      name: raw.name,
      company: raw.company,
      class: raw.class,
      contact: raw.contact,
      phone: raw.display ? { display: raw.display, e164: raw.e164, callE164: numberToCall(raw.e164) } : null,
    },
    nextTask: taskId && taskTitle !== null && dueAt ? { id: taskId, title: taskTitle, dueAt } : null,
    lastInteraction: lastKind && lastAt ? { kind: lastKind, at: lastAt, text: lastText ?? '' } : null,
  };
}
