import { type CallViewer, visibleTo } from '../calls/visible-calls.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { notesVisibleTo } from '../notes/visible-notes.ts';
import { type CreatedKey, type Page, pageOf } from '../page.ts';
import { readStageChange, type StageChange } from './stage-change.ts';

const TIMELINE_ROWS = 30;
const NOTES_OF_A_CALL = 20;

const callSelect = (viewer: CallViewer) =>
  ({
    id: true,
    direction: true,
    phase: true,
    startedAt: true,
    talkSeconds: true,
    isMissed: true,
    operator: { select: { name: true } },
    line: { select: { name: true } },
    notes: {
      select: { id: true, text: true, createdAt: true, author: { select: { name: true } } },
      where: notesVisibleTo(viewer),
      orderBy: [{ createdAt: 'asc' as const }, { id: 'asc' as const }],
      take: NOTES_OF_A_CALL,
    },
  }) satisfies Prisma.CallSelect;
export type TimelineCall = Prisma.CallGetPayload<{ select: ReturnType<typeof callSelect> }>;

type Happened = { id: string; createdAt: Date; by: string | null; isMine: boolean };
export type TimelineEntry = Happened &
  (
    | { kind: 'note' | 'sms' | 'email'; text: string }
    /** Null where the viewer may not see it (R34), or it is not kept any more. `text`: what was to be done, as it was taken down then. */
    | { kind: 'call'; text: string; call: TimelineCall | null }
    /** Null where nobody can say any more. */
    | { kind: 'stage_change'; change: StageChange | null }
  );

const entrySelect = {
  id: true,
  kind: true,
  callId: true,
  text: true,
  details: true,
  at: true,
  byId: true,
  by: { select: { name: true } },
} satisfies Prisma.InteractionSelect;
type Row = Prisma.InteractionGetPayload<{ select: typeof entrySelect }>;

/** A page of what happened about an interest, latest first. Of a call more is told only to who may see that call (R34). */
export async function listTimeline(
  interestId: string,
  viewer: CallViewer,
  after: CreatedKey | null = null,
): Promise<Page<TimelineEntry, CreatedKey>> {
  const rows = await db.interaction.findMany({
    select: entrySelect,
    where: { AND: [{ interestId }, after ? before(after) : {}] },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: TIMELINE_ROWS + 1,
  });
  const page = pageOf(
    rows.map((row) => ({ ...row, createdAt: row.at })),
    TIMELINE_ROWS,
  );
  const calls = await visibleCalls(page.rows, viewer);
  return { rows: page.rows.map((row) => toEntry(row, calls, viewer.userId)), next: page.next };
}

function before({ createdAt, id }: CreatedKey): Prisma.InteractionWhereInput {
  const at = new Date(createdAt);
  return { OR: [{ at: { lt: at } }, { at, id: { lt: id } }] };
}

async function visibleCalls(rows: Row[], viewer: CallViewer): Promise<Map<string, TimelineCall>> {
  const ids = rows.flatMap(({ callId }) => callId ?? []);
  if (ids.length === 0) return new Map();
  const calls = await db.call.findMany({
    select: callSelect(viewer),
    where: { AND: [{ id: { in: ids } }, visibleTo(viewer)] },
    orderBy: { id: 'asc' },
    take: ids.length,
  });
  return new Map(calls.map((call) => [call.id, call]));
}

function toEntry(row: Row, calls: Map<string, TimelineCall>, viewerId: string): TimelineEntry {
  const { id, kind, text, at: createdAt, byId, by } = row;
  const happened = { id, createdAt, by: by?.name ?? null, isMine: byId === viewerId };
  switch (kind) {
    case 'call':
      return { ...happened, kind, text, call: (row.callId && calls.get(row.callId)) || null };
    case 'stage_change':
      return { ...happened, kind, change: readStageChange(row.details) };
    case 'note':
    case 'sms':
    case 'email':
      return { ...happened, kind, text };
  }
}
