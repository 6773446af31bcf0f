import type { Messages } from 'next-intl';

/** Words of rooms that have a layout of their own, which hands out all words: other pages would only carry these along. */
export const OF_ROOMS = [
  'admin',
  'board',
  'cardSettings',
  'catalogue',
  'customerFields',
  'customerImport',
  'jobs',
  'mailCauses',
  'mails',
  'messaging',
  'missedCallMail',
  'missedCallSms',
  'missedCalls',
  'missedCallSettings',
  'openingHours',
  'period',
  'personalData',
  'pbx',
  'pointsOfSale',
  'smsCauses',
  'statistics',
  'tagSettings',
  'users',
] as const satisfies (keyof Messages)[];

/** What the components of any page may need in the browser: it is part of every page, and of each refresh of one. */
export function messagesOfAnyPage(messages: Messages): Partial<Messages> {
  const words: Partial<Messages> = { ...messages };
  for (const room of OF_ROOMS) delete words[room];
  return words;
}
