'use client';

import { useTranslations } from 'next-intl';
import { DELIMITERS } from '@/lib/csv/delimiter';
import { ENCODINGS } from '@/lib/csv/encoding-names';
import type { ImportSettings } from '@/lib/customer-import/settings';
import { KNOWN_CHOICES } from '@/lib/customer-import/types';
import { CheckField } from '../../ui/check-field';
import { SelectField } from '../../ui/select-field';

type ReadingFieldsProps = { settings: ImportSettings; isReading: boolean; onChange: (changes: Partial<ImportSettings>) => void };

const DELIMITER_WORDS = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const;

/** How the file is read: guessed, and changeable where the guess was wrong. */
export function ReadingFields({ settings, isReading, onChange }: ReadingFieldsProps) {
  const t = useTranslations('customerImport');
  const find = <Value extends string>(values: readonly Value[], chosen: string) => values.find((value) => value === chosen);

  return (
    <section aria-label={t('howRead')} aria-busy={isReading} className="panel grid gap-4 p-4 sm:grid-cols-2 lg:grid-cols-4">
      <SelectField
        label={t('encoding')}
        value={settings.encoding}
        onChange={(event) => onChange({ encoding: find(ENCODINGS, event.target.value) })}
      >
        {ENCODINGS.map((encoding) => (
          <option key={encoding} value={encoding}>
            {t(`encodings.${encoding}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('delimiter')}
        value={settings.delimiter}
        onChange={(event) => onChange({ delimiter: find(DELIMITERS, event.target.value) })}
      >
        {DELIMITERS.map((delimiter) => (
          <option key={delimiter} value={delimiter}>
            {t(`delimiters.${DELIMITER_WORDS[delimiter]}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('known')}
        hint={t(`knownHints.${settings.known}`)}
        value={settings.known}
        onChange={(event) => onChange({ known: find(KNOWN_CHOICES, event.target.value) })}
      >
        {KNOWN_CHOICES.map((known) => (
          <option key={known} value={known}>
            {t(`knownChoices.${known}`)}
          </option>
        ))}
      </SelectField>
      <div className="lg:pt-6">
        <CheckField
          label={t('hasHeader')}
          checked={settings.hasHeader}
          onChange={(event) => onChange({ hasHeader: event.target.checked })}
        />
      </div>
    </section>
  );
}
