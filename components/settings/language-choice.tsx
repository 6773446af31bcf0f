'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Field } from '../ui/field';
import { Select } from '../ui/select';
import { SavedNote } from './saved-note';
import { useSetting } from './use-setting';

const LANGUAGES = ['en', 'pl'] as const;

export function LanguageChoice() {
  const t = useTranslations('settings.language');
  const { value, note, save } = useSetting(useLocale());

  function choose(code: string) {
    const language = LANGUAGES.find((each) => each === code);
    if (language) save(language, { setting: 'language', language });
  }

  return (
    <div>
      <Field label={t('title')}>
        {(control) => (
          <Select {...control} value={value} onChange={(event) => choose(event.target.value)}>
            {LANGUAGES.map((each) => (
              <option key={each} value={each} lang={each}>
                {t(each)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <SavedNote note={note} />
    </div>
  );
}
