import { getRequestConfig } from 'next-intl/server';
import { currentUser } from '../auth/session.ts';
import { log } from '../log.ts';
import { organisation } from '../organisation/queries.ts';
import { LANGUAGES, type Language, languageOf } from './languages.ts';

// The page that says that the database is away needs words and a clock too.
const WITHOUT_DATABASE = { language: 'en', timeZone: 'UTC' };

async function settings(): Promise<{ locale: Language; timeZone: string }> {
  try {
    const [user, house] = await Promise.all([currentUser(), organisation()]);
    return { locale: languageOf(user?.language, house.language), timeZone: house.timeZone };
  } catch (error) {
    log.error({ err: error }, 'The language and time zone could not be read.');
    return { ...WITHOUT_DATABASE, locale: languageOf(WITHOUT_DATABASE.language) };
  }
}

/** Language of the signed-in user, else of the organisation; times in the organisation's zone. */
export default getRequestConfig(async () => {
  const { locale, timeZone } = await settings();
  return {
    locale,
    timeZone,
    messages: await LANGUAGES[locale](),
  };
});
