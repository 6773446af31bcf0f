import { refused } from '../action-result.ts';
import { recordView } from '../audit/record-view.ts';
import { may } from '../auth/roles.ts';
import type { SignedInUser } from '../auth/signed-in-user.ts';
import { respond } from '../doors/answer.ts';
import { streamText } from '../doors/stream-text.ts';
import { attachmentNamed } from '../files/content-disposition.ts';
import { numberCountry } from '../pbx/number-country.ts';
import { exportPerson } from './export.ts';
import { findPerson, readScope } from './person-queries.ts';
import { PersonAsked } from './schema.ts';

type Asked = { url: string; currentUser: () => Promise<SignedInUser | null>; at: Date };

/** Everything about a person, to save. */
export async function serveExport({ url, currentUser, at }: Asked): Promise<Response> {
  const user = await currentUser();
  if (!user) return respond(refused('signedOut'));
  if (!may(user, 'personal-data:manage')) return respond(refused('notFound'));

  const asked = PersonAsked.parse(Object.fromEntries(new URL(url).searchParams));
  const scope = readScope(asked, await numberCountry());
  if (scope === 'unreadable') return respond(refused('numberInvalid'));
  const person = scope && (await findPerson(scope));
  if (person?.belongsTo === 'line') return respond(refused('numberOfLine'));
  const document = scope && (await exportPerson({ scope, userId: user.id, at }));
  if (!document) return respond(refused('notFound'));
  for (const { id } of person?.customers ?? []) await recordView({ userId: user.id, customerId: id, at });

  return new Response(streamText(document), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': attachmentNamed('personal-data.json'),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
