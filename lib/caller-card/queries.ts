import type { PoolClient } from 'pg';
import { isCallable, type PartyNumber } from '../phone-number.ts';
import { emptyCard } from './empty-card.ts';
import type { CallerCard, CardCustomer } from './types.ts';

/** A number that half a town shares is told as "and 4 980 more", not listed (R30). */
const CARD_ROWS = 20;

const CARD_DELIVERY = `
  select d.id, d.number, d.status, d."wantedAt", d."totalMinor", d."customerName",
         p.name as "pointOfSaleName", u.name as "responsibleName"
    from "Delivery" d
    left join "PointOfSale" p on p.id = d."pointOfSaleId"
    left join "User" u on u.id = d."responsibleId"`;

const OPEN = `d."phoneE164" = $1 and d.status not in ('draft', 'delivered', 'cancelled')`;

/** What a driver still has to bring today, and what is left from before (S0.20). */
const DRIVER_STOPS = `
  select coalesce(json_agg(s), '[]') from (
    select d.id, d.number, d.status, d."wantedAt", d."totalMinor", d."customerName", d."phoneE164", p.name as "pointOfSaleName"
      from "Delivery" d
      left join "PointOfSale" p on p.id = d."pointOfSaleId"
     where d."driverId" = v.id and d.status not in ('draft', 'delivered', 'cancelled')
       and (d."wantedAt" is null or d."wantedAt" <
            (select (date_trunc('day', now() at time zone o."timeZone") + interval '1 day') at time zone o."timeZone"
               from "Organisation" o order by o.id limit 1))
     order by d."wantedAt" nulls last, d.number limit ${CARD_ROWS}) s`;

// One round trip and only index scans: this runs while the phone rings (S1.16).
const CALLER_CARD = `
  select
    (select coalesce(json_agg(c), '[]') from (
       select c.id, c.name, c.company, c.class, c.note, c.city, c.country
         from "PhoneNumber" n join "Customer" c on c.id = n."customerId"
        where n.e164 = $1 order by c.name, c.id limit ${CARD_ROWS}) c) as customers,
    (select count(*)::int from "PhoneNumber" n where n.e164 = $1 and n."customerId" is not null) as "customerCount",
    (select coalesce(json_agg(o), '[]') from (
       ${CARD_DELIVERY} where ${OPEN} order by d."wantedAt" nulls last, d.number limit ${CARD_ROWS}) o) as "openDeliveries",
    (select count(*)::int from "Delivery" d where ${OPEN}) as "openDeliveryCount",
    (select coalesce(json_agg(o), '[]') from (
       ${CARD_DELIVERY} where d."phoneE164" = $1 and d.status = 'draft' order by d.number desc limit ${CARD_ROWS}) o) as drafts,
    (select json_build_object('id', v.id, 'name', v.name, 'deliveries', (${DRIVER_STOPS}))
       from "PhoneNumber" n join "Driver" v on v.id = n."driverId"
      where n.e164 = $1 and v."archivedAt" is null
      order by v."isOnShift" desc, v.name, v.id limit 1) as driver`;

const COLLEAGUE = `
  select u.id, u.name from "PbxAccount" a join "User" u on u.id = a."userId"
   where a."connectionId" = $1 and a.extension = $2`;

/**
 * Everything known of the other side of a call. An extension is a colleague and never a customer (events.md rule 6);
 * a withheld or unreadable number is looked up nowhere (S0.14b).
 */
export async function findCallerCard(
  client: Pick<PoolClient, 'query'>,
  connectionId: string,
  party: PartyNumber,
): Promise<CallerCard> {
  if (party.kind === 'extension') {
    const { rows } = await client.query<{ id: string; name: string }>({
      name: 'caller-card-colleague',
      text: COLLEAGUE,
      values: [connectionId, party.extension],
    });
    return { ...emptyCard, colleague: rows[0] ?? null };
  }
  if (party.kind !== 'number') return emptyCard;

  const { rows } = await client.query<CardRow>({ name: 'caller-card', text: CALLER_CARD, values: [party.e164] });
  const [row] = rows;
  if (!row) return emptyCard;

  return {
    ...row,
    openDeliveries: row.openDeliveries.map(withIsoTime),
    drafts: row.drafts.map(withIsoTime),
    driver: row.driver && { ...row.driver, deliveries: row.driver.deliveries.map(withIsoTime).map(callableOnly) },
    colleague: null,
  };
}

type CardRow = Omit<CallerCard, 'colleague'> & { customers: CardCustomer[] };

/** A number that is not whole cannot be called, as from everywhere else (S0.17). */
function callableOnly<Stop extends { phoneE164: string | null }>(stop: Stop): Stop {
  return stop.phoneE164 && !isCallable(stop.phoneE164) ? { ...stop, phoneE164: null } : stop;
}

/** PostgreSQL writes times in JSON with an offset; browsers get one form everywhere. */
function withIsoTime<Delivery extends { wantedAt: string | null }>(delivery: Delivery): Delivery {
  return { ...delivery, wantedAt: delivery.wantedAt && new Date(delivery.wantedAt).toISOString() };
}
