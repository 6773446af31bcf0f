import { useTranslations } from 'next-intl';
import { MAX_TEXT_CHARACTERS } from '@/lib/pbx-connections/limits';
import { TextField } from '../../ui/field';
import { SelectField } from '../../ui/select-field';
import type { FieldErrors } from '../use-field-errors';
import type { PlaceDraft } from './connection-draft';

/** A country as it is called in the language of the page. */
export type CountryChoice = { code: string; name: string };

type FieldsProps = {
  draft: PlaceDraft;
  countries: CountryChoice[];
  errors: FieldErrors;
  /** Of the practice PBX only the name is to change. */
  isCountryFixed?: boolean;
  onEdit: (change: Partial<PlaceDraft>) => void;
};

export function PlaceFields({ draft, countries, errors, isCountryFixed = false, onEdit }: FieldsProps) {
  const t = useTranslations('pbx');

  return (
    <>
      <TextField
        label={t('name')}
        value={draft.name}
        maxLength={MAX_TEXT_CHARACTERS}
        autoComplete="off"
        error={errors.of('name')}
        onChange={(event) => onEdit({ name: event.target.value })}
      />
      {!isCountryFixed && (
        <SelectField
          label={t('country')}
          value={draft.country}
          hint={t('countryHint')}
          error={errors.of('country')}
          onChange={(event) => onEdit({ country: event.target.value })}
        >
          {draft.country === '' && <option value="">{t('choose')}</option>}
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
    </>
  );
}
