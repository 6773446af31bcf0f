/** The languages the product speaks; each is loaded when it is asked for. */
export const LANGUAGES = {
  en: async () => (await import('../../messages/en.json')).default,
  pl: async () => (await import('../../messages/pl.json')).default,
};
export type Language = keyof typeof LANGUAGES;

export function isLanguage(word: string | null | undefined): word is Language {
  return typeof word === 'string' && Object.hasOwn(LANGUAGES, word);
}

/** The first of the wishes that is a language of ours, else English. */
export function languageOf(...wishes: (string | null | undefined)[]): Language {
  return wishes.find(isLanguage) ?? 'en';
}
