'use server';

import { revalidatePath } from 'next/cache';
import { type ActionResult, done, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser, type SignedInUser } from '../auth/session.ts';
import { forgetSessions } from '../auth/session-cache.ts';
import { presentedLine } from '../lines/presented-line.ts';
import { publish } from '../realtime/publish.ts';
import { findPhone } from './find-phone.ts';
import { ChangeSettings } from './settings-schema.ts';
import { storeActiveAccount, storeCallKey, storeSettings, storeUsualKeys } from './settings-store.ts';

/** Changes one of one's own settings. Everybody who has a desk may, but not choose a number without the permission for it (S2.4a). */
export async function changeSettings(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = ChangeSettings.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'desk:use')) return refused('notAllowed');

  const answer = await store(user, input.data);
  if (!answer.ok) return answer;

  if (input.data.setting === 'callsWith' || input.data.setting === 'account') {
    publish(`user:${user.id}`, 'phone:changed', await findPhone(user.id));
  }
  publish(`user:${user.id}`, 'settings:changed');
  revalidatePath('/', 'layout');
  return done;
}

async function store(user: SignedInUser, change: ChangeSettings): Promise<ActionResult> {
  switch (change.setting) {
    case 'showsDialer':
      await storeSettings(user.id, { showsDialer: change.isShown });
      return done;
    case 'callsWith':
      await storeSettings(user.id, { callsWith: change.callsWith });
      return done;
    case 'incomingCallAction':
      if (change.action === 'register_inquiry' && !may(user, 'interest:edit')) return refused('notAllowed');
      await storeSettings(user.id, { incomingCallAction: change.action });
      return done;
    case 'language':
      await storeSettings(user.id, { language: change.language });
      // Who is signed in is remembered for two seconds, and with them the language this page comes back in.
      forgetSessions([user.sessionId]);
      return done;
    case 'account':
      return (await storeActiveAccount(user.id, change.accountId)) ? done : refused('notFound');
    case 'presents': {
      const line = await presentedLine(user, change.lineId);
      if (!line.ok) return line;
      await storeSettings(user.id, { presentsLineId: change.lineId });
      return done;
    }
    case 'key': {
      const outcome = await storeCallKey(user.id, change.act, change.key);
      return outcome === 'stored' ? done : { ...refused('invalid'), fields: { key: `taken.${outcome}` } };
    }
    case 'usualKeys':
      await storeUsualKeys(user.id);
      return done;
  }
}
