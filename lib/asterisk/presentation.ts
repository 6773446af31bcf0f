import { db } from '../db/client.ts';
import type { AmiSession } from './ami-client.ts';

// Who may present which number (S2.4) is kept in Asterisk's own database, where the dialplan looks it up at each call:
// family `offhook-present-<extension>`, key the number without its plus, value 1. So it holds while Offhook is away, too.

const FAMILY = 'offhook-present-';
const KEY = /^\/offhook-present-([^/]+)\/(\d+)$/;

/** `<extension>/<digits>` for each number that an extension may present. */
export type Presentations = ReadonlySet<string>;

/** The lines of a connection, each by those who are assigned to it. */
export async function allowedPresentations(connectionId: string): Promise<Presentations> {
  const accounts = await db.pbxAccount.findMany({
    select: {
      extension: true,
      user: { select: { lines: { select: { line: { select: { e164: true } } }, where: { line: { connectionId } } } } },
    },
    where: { connectionId, isActive: true, user: { disabledAt: null } },
    orderBy: { extension: 'asc' },
  });
  const pairs = accounts.flatMap(({ extension, user }) =>
    user.lines.map(({ line }) => `${extension}/${line.e164.replace(/\D/g, '')}`),
  );
  return new Set(pairs);
}

export async function storedPresentations(session: AmiSession): Promise<Presentations> {
  const { items } = await session.ask({ Action: 'DBGetTree' });
  const pairs = items.flatMap(({ Key, Val }) => {
    const [, extension, digits] = (Key ?? '').match(KEY) ?? [];
    return extension && digits && Val === '1' ? [`${extension}/${digits}`] : [];
  });
  return new Set(pairs);
}

/** What has to be written and what deleted to get from `stored` to `allowed`. */
export function differences(stored: Presentations, allowed: Presentations): { added: string[]; removed: string[] } {
  return {
    added: [...allowed].filter((pair) => !stored.has(pair)),
    removed: [...stored].filter((pair) => !allowed.has(pair)),
  };
}

/** Brings Asterisk's list up to date; resolves with what it holds then. Takes away first: a right that ended is the urgent one. */
export async function syncPresentations(
  session: AmiSession,
  connectionId: string,
  stored: Presentations,
): Promise<Presentations> {
  const allowed = await allowedPresentations(connectionId);
  const { added, removed } = differences(stored, allowed);

  const now = new Set(stored);
  for (const pair of removed) {
    const { isDone, message } = await session.ask({ Action: 'DBDel', ...placeOf(pair) });
    if (isDone || /not found/i.test(message)) now.delete(pair);
  }
  for (const pair of added) {
    const { isDone } = await session.ask({ Action: 'DBPut', ...placeOf(pair), Val: '1' });
    if (isDone) now.add(pair);
  }
  return now;
}

function placeOf(pair: string): { Family: string; Key: string } {
  const [extension = '', digits = ''] = pair.split('/');
  return { Family: `${FAMILY}${extension}`, Key: digits };
}
