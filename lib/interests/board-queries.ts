import { db } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import type { InterestFilter } from './filter.ts';
import { isListed, type ListedFor } from './list-where.ts';
import { type InterestRow, type RawRow, shownRows, toRow } from './row.ts';
import { listArchivedStagesInUse, listStages } from './stage-queries.ts';
import type { InterestStage } from './types.ts';

/** More than anybody drags: the list has them all. */
const COLUMN_ROWS = 40;
/** What is won or lost only shows that it came there. */
const CLOSED_ROWS = 5;
const CLOSED_DAYS = 30;
const MAX_COUNTED = 100;
const DAY_MS = 24 * 60 * 60_000;

export type BoardColumn = {
  stage: InterestStage;
  /** Put away by an admin: what is in it is shown, and nothing can be moved there. */
  isArchived: boolean;
  rows: InterestRow[];
  /** Counted no further than MAX_COUNTED; of won and lost, what came there in the last CLOSED_DAYS. */
  count: number;
  isMore: boolean;
};

/** A column for each stage: what came there last is on top. */
export async function readBoard(filter: InterestFilter, viewer: ListedFor, now: Date): Promise<BoardColumn[]> {
  const [stages, archived] = await Promise.all([listStages(), listArchivedStagesInUse()]);
  const active = stages.filter(({ kind }) => kind === 'active');
  const closed = stages.filter(({ kind }) => kind !== 'active');
  const gone = archived.filter(({ kind }) => kind === 'active');
  const column = (isArchived: boolean) => (stage: InterestStage) => readColumn(stage, isArchived, { filter, viewer, now });
  const columns = await Promise.all([...active.map(column(false)), ...gone.map(column(true)), ...closed.map(column(false))]);
  return columns.filter(({ isArchived, rows }) => !isArchived || rows.length > 0);
}

type Asked = { filter: InterestFilter; viewer: ListedFor; now: Date };

async function readColumn(stage: InterestStage, isArchived: boolean, asked: Asked): Promise<BoardColumn> {
  const most = stage.kind === 'active' ? COLUMN_ROWS : CLOSED_ROWS;
  const [raw, counted] = await Promise.all([
    db.$queryRaw<RawRow[]>(shownRows(inStage(stage, asked, most + 1), Prisma.sql`i."stageSince" desc, i.id`)),
    db.$queryRaw<{ count: number }[]>`select count(*)::int as count from (${inStage(stage, asked, MAX_COUNTED)}) i`,
  ]);
  const rows = raw.slice(0, most).map(toRow);
  return { stage, isArchived, rows, count: counted[0]?.count ?? 0, isMore: raw.length > most };
}

function inStage({ id, kind }: InterestStage, { filter, viewer, now }: Asked, most: number): Prisma.Sql {
  const recent = new Date(now.getTime() - CLOSED_DAYS * DAY_MS);
  const isRecent = kind === 'active' ? Prisma.sql`true` : Prisma.sql`i."stageSince" >= ${recent}`;
  const ofCustomer = filter.text ? Prisma.sql`left join "Customer" c on c.id = i."customerId"` : Prisma.empty;
  return Prisma.sql`
    select i.* from "Interest" i ${ofCustomer}
     where ${isListed({ ...filter, stage: id }, viewer)} and ${isRecent} order by i."stageSince" desc, i.id limit ${most}::int`;
}
