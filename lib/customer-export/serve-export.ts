import { refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import type { SignedInUser } from '../auth/signed-in-user.ts';
import { serveCsv } from '../csv/serve-csv.ts';
import { CustomerFilter } from '../customers/schema.ts';
import { respond } from '../doors/answer.ts';
import { log } from '../log.ts';
import { numberCountry } from '../pbx/number-country.ts';
import { exportCustomers } from './export-customers.ts';

type Asked = { url: string; currentUser: () => Promise<SignedInUser | null>; today: string };

/** The customers of the list as a CSV file (S2.36), for who may take them out of the house. */
export async function serveExport({ url, currentUser, today }: Asked): Promise<Response> {
  try {
    const user = await currentUser();
    if (!user) return respond(refused('signedOut'));
    if (!may(user, 'customer:read')) return respond(refused('notFound'));
    if (!may(user, 'customer:export')) return respond(refused('notAllowed'));

    const filter = CustomerFilter.parse(Object.fromEntries(new URL(url).searchParams));
    const lines = exportCustomers({ filter, country: await numberCountry(), userId: user.id });
    return serveCsv(lines, `customers-${today}.csv`);
  } catch (error) {
    log.error({ err: error }, 'The customers could not be exported.');
    return respond(refused('unavailable'));
  }
}
