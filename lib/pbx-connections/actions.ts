'use server';

import { revalidatePath } from 'next/cache';
import { type ActionResult, doneWith, type Refused, refused, refusedIn } from '../action-result.ts';
import type { ConnectionTest } from '../asterisk/connection-test-types.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { now } from '../clock.ts';
import { publish } from '../realtime/publish.ts';
import { findPhonesAt } from '../users/find-phone.ts';
import { runTest } from './run-test.ts';
import { AddConnection, ChangeConnection, OfConnection, TestConnection } from './schema.ts';
import type { SecretFault } from './secret-rules.ts';
import { storeRotatingSecret } from './secret-store.ts';
import { storeAddingConnection, storeChangingConnection } from './store.ts';
import { secretForTest } from './stored-secret.ts';

/** Answers with the webhook's secret where one was made: it is shown this once. */
export async function addConnection(raw: unknown): Promise<ActionResult<{ id: string; secret: string | null }>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = AddConnection.safeParse(raw);
  if (!input.success) return refusedIn('server', input.error);
  if (!may(user, 'pbx:edit')) return refused('notAllowed');

  const outcome = await storeAddingConnection(input.data, { userId: user.id, at: now() });
  if (outcome.kind !== 'added') return atField(outcome.kind);
  revalidatePath('/admin/pbx');
  return doneWith({ id: outcome.id, secret: outcome.secret });
}

/** Answers with the version that the settings of its server have now. */
export async function changeConnection(raw: unknown): Promise<ActionResult<{ version: number | null }>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = ChangeConnection.safeParse(raw);
  if (!input.success) return refusedIn(['place', 'server.settings'], input.error);
  if (!may(user, 'pbx:edit')) return refused('notAllowed');

  const outcome = await storeChangingConnection(input.data, { userId: user.id, at: now() });
  switch (outcome.kind) {
    case 'notFound':
    case 'changedMeanwhile':
      return refused(outcome.kind);
    case 'changed':
      // The phones of browsers register by the server's settings: they ask for them anew.
      if (input.data.server) await tellPhones(input.data.connectionId);
      revalidatePath('/admin/pbx');
      return doneWith({ version: outcome.version });
    default:
      return atField(outcome.kind);
  }
}

/** Tries the settings of the form, saved or not, and says what is wrong with them. */
export async function testConnection(raw: unknown): Promise<ActionResult<ConnectionTest>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = TestConnection.safeParse(raw);
  if (!input.success) return refusedIn('server', input.error);
  if (!may(user, 'pbx:edit')) return refused('notAllowed');

  const { connectionId, server } = input.data;
  const secret = await secretForTest(connectionId, server);
  switch (secret.kind) {
    case 'fault':
      return atField(secret.fault);
    case 'failed':
      return doneWith(secret.test);
    case 'found':
      return doneWith(await runTest({ ...server, amiSecret: secret.secret }));
  }
}

/** Makes a new webhook secret; the old one stays valid for a day, and so long it is impossible again. */
export async function rotateConnectionSecret(raw: unknown): Promise<ActionResult<string>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = OfConnection.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'pbx:edit')) return refused('notAllowed');

  const outcome = await storeRotatingSecret(input.data.connectionId, { userId: user.id, at: now() });
  switch (outcome.kind) {
    case 'notFound':
      return refused('notFound');
    case 'tooSoon':
      return refused('impossible');
    case 'stored':
      revalidatePath('/admin/pbx');
      return doneWith(outcome.secret);
  }
}

async function tellPhones(connectionId: string): Promise<void> {
  for (const { userId, phone } of await findPhonesAt(connectionId)) publish(`user:${userId}`, 'phone:changed', phone);
}

const FIELDS = {
  slugTaken: 'slug',
  amiSecretMissing: 'amiSecret',
  amiSecretAgain: 'amiSecret',
  turnSecretMissing: 'turnSecret',
} as const satisfies Record<SecretFault | 'slugTaken', string>;

function atField(fault: keyof typeof FIELDS): Refused {
  return { ...refused('invalid'), fields: { [FIELDS[fault]]: fault } };
}
