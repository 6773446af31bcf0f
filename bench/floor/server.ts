import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import pg from 'pg';
import { Server } from 'socket.io';
import { answerMissedCalls } from './missed-calls.ts';
import { answerSearch } from './search.ts';

// The least that a signed webhook, stored before it is told, can cost on this machine: node:http, pg and Socket.IO, and
// none of what a product has to do besides. It writes the rows that the product writes, and reads what a caller card needs.

const { DATABASE_URL, WEBHOOK_SECRET = '', PORT } = process.env;
const KEY = Buffer.from(WEBHOOK_SECRET.replace('whsec_', ''), 'base64');
const ROOM = 'operator';

type FloorEvent = {
  type: string;
  occurredAt: string;
  call: { callId: string; legId: string; extension: string; from: { number: string } };
};

const STORE_EVENT = `
  with key as (insert into "EventKey" ("connectionId", "webhookId", index) values ($1, $2, 0) on conflict do nothing returning index)
  insert into "CallEvent" ("connectionId", "webhookId", index, "pbxCallId", type, "occurredAt", body)
  select $1, $2, index, $3, $4, $5, $6 from key`;

const STORE_CALL = `
  with call as (
    insert into "Call" (id, "connectionId", "pbxCallId", direction, phase, "fromE164", "fromRaw", "fromDisplay", "startedAt", "lastEventAt", "lastHeardAt", "eventCount")
    values ($1, $2, $3, 'inbound', $4, $5, $5, $5, $6, $6, now(), 1)
    on conflict ("connectionId", "pbxCallId", generation) do update set phase = excluded.phase, "lastEventAt" = excluded."lastEventAt", version = "Call".version + 1
    returning id, version
  ), leg as (
    insert into "Leg" ("callId", "legId", extension, state, "ringingAt") select id, $7, $8, $9, $6 from call
    on conflict ("callId", "legId") do update set state = excluded.state
  )
  select id as "callId", version from call`;

const CALLER = `
  select
    (select coalesce(json_agg(c), '[]') from (
       select c.id, c.name, c.company, c.class, c.note, c.city, c.country
         from "PhoneNumber" n join "Customer" c on c.id = n."customerId" where n.e164 = $1 order by c.name limit 20) c) as customers,
    (select coalesce(json_agg(d), '[]') from (
       select id, number, status, "wantedAt", "totalMinor", "customerName" from "Delivery"
        where "phoneE164" = $1 and status not in ('delivered', 'cancelled') order by "wantedAt" limit 20) d) as deliveries,
    (select d.name from "PhoneNumber" n join "Driver" d on d.id = n."driverId" where n.e164 = $1 limit 1) as driver`;

const pool = new pg.Pool({ connectionString: DATABASE_URL, max: 12 });
const connectionId = (await pool.query<{ id: string }>(`select id from "PbxConnection" where slug = 'floor'`)).rows[0]?.id;

const http = createServer(async (request, response) => {
  if (request.url?.startsWith('/search')) return answerSearch(pool, request, response);
  if (request.url?.startsWith('/missed-calls')) return answerMissedCalls(pool, request, response);

  const body = await read(request);
  const webhookId = String(request.headers['webhook-id']);
  if (!isSigned(request, webhookId, body)) return response.writeHead(401).end();

  const event: FloorEvent = JSON.parse(body.toString());
  const call = await store(webhookId, event, body.toString());
  if (event.type === 'leg.ringing') io.to(ROOM).emit('call:ringing', call);
  response.writeHead(202, { 'content-type': 'application/json' }).end('{"accepted":1,"duplicate":0}');
});
const io = new Server(http, { transports: ['websocket'], serveClient: false });
io.on('connection', (socket) => void socket.join(ROOM));
http.listen(Number(PORT), '127.0.0.1');

async function store(webhookId: string, { type, occurredAt, call }: FloorEvent, body: string) {
  const isRinging = type === 'leg.ringing';
  const [phase, legState] = isRinging ? ['ringing', 'ringing'] : ['ended', 'ended'];
  const number = call.from.number;
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query({
      name: 'event',
      text: STORE_EVENT,
      values: [connectionId, webhookId, call.callId, type, occurredAt, body],
    });
    const values = [randomUUID(), connectionId, call.callId, phase, number, occurredAt, call.legId, call.extension, legState];
    const stored = await client.query({ name: 'call', text: STORE_CALL, values });
    const caller = isRinging ? await client.query({ name: 'caller', text: CALLER, values: [number] }) : null;
    await client.query('commit');
    return { ...stored.rows[0], number: { e164: number }, startedAt: occurredAt, card: caller?.rows[0] };
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function isSigned({ headers }: IncomingMessage, webhookId: string, body: Buffer): boolean {
  const signed = createHmac('sha256', KEY).update(`${webhookId}.${headers['webhook-timestamp']}.`).update(body).digest();
  const given = Buffer.from(String(headers['webhook-signature']).replace('v1,', ''), 'base64');
  return given.length === signed.length && timingSafeEqual(given, signed);
}
