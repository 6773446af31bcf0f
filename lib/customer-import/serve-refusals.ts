import { refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import type { SignedInUser } from '../auth/signed-in-user.ts';
import { serveCsv } from '../csv/serve-csv.ts';
import { respond } from '../doors/answer.ts';
import { findImport } from './queries.ts';
import { type RefusalWords, refusalsCsv } from './refusals-csv.ts';
import { ImportId } from './settings.ts';

type Asked = { id: string; currentUser: () => Promise<SignedInUser | null>; words: RefusalWords };

/** The lines that an import refused, as a CSV file. */
export async function serveRefusals({ id, currentUser, words }: Asked): Promise<Response> {
  const user = await currentUser();
  if (!user) return respond(refused('signedOut'));
  const importId = ImportId.safeParse(id);
  const row = importId.success && may(user, 'customer:import') ? await findImport(importId.data) : null;
  if (!row) return respond(refused('notFound'));

  return serveCsv(refusalsCsv(row.id, words), `${row.fileName.replace(/\.[^.]*$/, '')}-refused.csv`);
}
