import { publish } from '../realtime/publish.ts';

type News = { callId: string; version: number; byId: string };

/** Tells everybody who has or had the call. */
export function tellOfDraft(userIds: string[], news: News): void {
  if (userIds.length === 0) return;
  publish(
    userIds.map((id) => `user:${id}` as const),
    'inquiry:draft',
    news,
  );
}
