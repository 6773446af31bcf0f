import { may } from '../auth/roles.ts';
import { AHEAD_HOURS } from '../deliveries/listed-day.ts';
import { ROLES } from '../users/types.ts';

/** A number that half a town shares is told as "and 4 980 more", not listed (R30). */
const CARD_ROWS = 20;
const EARLIER_CALLS = 5;
/** More than are shown, for a call that runs, or came from our own line, is none of them. */
const CALL_CANDIDATES = 15;
const NOTES_OF_A_CALL = 3;
const NOTES = 10;
const NOTE_CANDIDATES = 30;
/** Of a number that thousands share only these are put in order, so that such a call rings no later than any other (R30). */
const CUSTOMER_CANDIDATES = 500;
/** A card is read at a glance. The whole note is with the customer. */
const NOTE_CHARACTERS = 400;

const IS_OPEN = `d.status not in ('draft', 'delivered', 'cancelled')`;

const CARD_DELIVERY = `
  select d.id, d.number, d.status, d."wantedAt", d."totalMinor", d."customerName",
         p.name as "pointOfSaleName", u.name as "responsibleName"
    from "Delivery" d
    left join "PointOfSale" p on p.id = d."pointOfSaleId"
    left join "User" u on u.id = d."responsibleId"`;

/** What a driver still has to bring today, which reaches past midnight as on the page that Answer opens, and what is left from before (S0.20). */
const DRIVER_STOPS = `
  select coalesce(json_agg(s), '[]') from (
    select d.id, d.number, d.status, d."wantedAt", d."totalMinor", d."customerName", d."phoneE164", p.name as "pointOfSaleName"
      from "Delivery" d
      left join "PointOfSale" p on p.id = d."pointOfSaleId"
     where d."driverId" = v.id and ${IS_OPEN}
       and (d."wantedAt" is null or d."wantedAt" <
            (select greatest((date_trunc('day', now() at time zone o."timeZone") + interval '1 day') at time zone o."timeZone",
                             now() + interval '${AHEAD_HOURS} hours')
               from "Organisation" o order by o.id limit 1))
     order by d."wantedAt" nulls last, d.number limit ${CARD_ROWS}) s`;

// A handful of rows, read only for a customer of whom they say something.
const OWN_FIELDS = `
  case when c.extra = '{}' then '[]'::json else (
    select coalesce(json_agg(json_build_object('label', f.label, 'kind', f.kind, 'value', c.extra -> f.id::text) order by f.position, f.id), '[]')
      from "CustomerField" f where f."archivedAt" is null and c.extra ? f.id::text) end`;

/** Who has something open first, then who was chosen last (S0.14): most of the time the first one is meant. */
const CUSTOMERS = `
  select c.id, c.name, c.company, c.class, c.note, c.city, c.country, c."photoId", m.name as "managerName", n."hasOpen", n."chosenAt", ${OWN_FIELDS} as fields,
         case when k.id is not null then json_build_object('name', k.name, 'position', k.position) end as contact
    from (select n.*, exists (select from "Delivery" d where d."customerId" = n."customerId" and ${IS_OPEN}) as "hasOpen"
            from (select n."customerId", n."contactId", n."chosenAt" from "PhoneNumber" n
                   where n.e164 = $1 and n."customerId" is not null
                   order by n."chosenAt" desc nulls last, n."customerId" limit ${CUSTOMER_CANDIDATES}) n) n
    join "Customer" c on c.id = n."customerId"
    left join "ContactPerson" k on k.id = n."contactId"
    left join "User" m on m.id = c."managerId"
   order by n."hasOpen" desc, n."chosenAt" desc nulls last, c.name, c.id limit ${CARD_ROWS}`;

const SEEING_ALL_LINES = ROLES.filter((role) => may({ role, grants: [] }, 'call:see-all-lines'));

// The card is made once for all whom a call reaches, so that it is there when the phone rings. An earlier call, and what was written on
// it, is for who may see that call (R34): it stands on the card where everybody in $2 may. Each finds the rest with the customer.
const ALL_MAY_SEE_CALL = `
  not exists (
    select from unnest($2::uuid[]) v(id)
     where e."operatorId" is distinct from v.id
       and not exists (select from "Leg" g where g."callId" = e.id and g."userId" = v.id)
       and not exists (select from "LineOperator" o where o."lineId" = e."lineId" and o."userId" = v.id)
       and not exists (select from "User" u where u.id = v.id and (
             u.role in (${SEEING_ALL_LINES.map((role) => `'${role}'`).join(', ')})
             or exists (select from "RoleGrant" r where r.role = u.role and r.permission = 'call:see-all-lines'))))`;

const callsBy = (column: 'fromE164' | 'toE164') => `
  (select c.id, c.direction, c.phase, c."toE164", c."startedAt", c."isMissed", c."talkSeconds", c."operatorId", c."lineId"
     from "Call" c where c."${column}" = $1 order by c."startedAt" desc limit ${CALL_CANDIDATES})`;

/** Calls of the number that are over, in both directions: an inbound one is found by where it came from, one of ours by where it went. */
const EARLIER = `
  select e.id, e.direction, e."startedAt", e."isMissed", e."talkSeconds", u.name as "operatorName",
         (select coalesce(json_agg(t.text), '[]') from (
            select left(t.text, ${NOTE_CHARACTERS}) as text from "Note" t
             where t."callId" = e.id and t."deletedAt" is null
             order by t."createdAt" desc limit ${NOTES_OF_A_CALL}) t) as notes
    from (${callsBy('fromE164')} union all ${callsBy('toE164')}) e
    left join "User" u on u.id = e."operatorId"
   where e.phase = 'ended' and (e.direction = 'outbound') = (e."toE164" is not distinct from $1) and ${ALL_MAY_SEE_CALL}
   order by e."startedAt" desc limit ${EARLIER_CALLS}`;

const ONLY_CUSTOMER = `
  select min(n."customerId"::text)::uuid
    from (select n."customerId" from "PhoneNumber" n where n.e164 = $1 and n."customerId" is not null limit 2) n
  having count(*) = 1`;

const NOTES_OF_CUSTOMER = `
  select t.id, left(t.text, ${NOTE_CHARACTERS}) as text, t."createdAt" as at, u.name as author, t."callId"
    from (select t.* from "Note" t where t."customerId" = (${ONLY_CUSTOMER}) and t."deletedAt" is null
           order by t."createdAt" desc limit ${NOTE_CANDIDATES}) t
    left join "User" u on u.id = t."authorId"
    left join "Call" e on e.id = t."callId"
   where (t."callId" is null or (e.phase = 'ended' and ${ALL_MAY_SEE_CALL}))
   order by t."createdAt" desc limit ${NOTES}`;

const OPEN = `d."phoneE164" = $1 and ${IS_OPEN}`;

/** One round trip, and every table that grows by its index: this runs while the phone rings (S1.16). $1 the number, $2 who gets the card. */
export const CALLER_CARD = `
  select
    (select coalesce(json_agg(c), '[]') from (${CUSTOMERS}) c) as customers,
    (select count(*)::int from "PhoneNumber" n where n.e164 = $1 and n."customerId" is not null) as "customerCount",
    (select coalesce(json_agg(o), '[]') from (
       ${CARD_DELIVERY} where ${OPEN} order by d."wantedAt" nulls last, d.number limit ${CARD_ROWS}) o) as "openDeliveries",
    (select count(*)::int from "Delivery" d where ${OPEN}) as "openDeliveryCount",
    (select coalesce(json_agg(o), '[]') from (
       ${CARD_DELIVERY} where d."phoneE164" = $1 and d.status = 'draft' order by d.number desc limit ${CARD_ROWS}) o) as drafts,
    (select json_build_object('id', v.id, 'name', v.name, 'deliveries', (${DRIVER_STOPS}))
       from "PhoneNumber" n join "Driver" v on v.id = n."driverId"
      where n.e164 = $1 and v."archivedAt" is null
      order by v."isOnShift" desc, v.name, v.id limit 1) as driver,
    (select coalesce(json_agg(e), '[]') from (${EARLIER}) e) as "earlierCalls",
    (select coalesce(json_agg(t), '[]') from (${NOTES_OF_CUSTOMER}) t) as notes`;
