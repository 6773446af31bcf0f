'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { MAX_CHOICES, MAX_FIELD_CHARACTERS } from '@/lib/customer-fields/types';
import { newId } from '@/lib/new-id';
import { Button } from '../../ui/button';
import { IconButton } from '../../ui/icon-button';

/** `was`: what it is called until it is saved; null for a new one. */
export type TypedChoice = { key: string; was: string | null; now: string };

type ChoicesFieldProps = { choices: TypedChoice[]; error: string | undefined; onChange: (choices: TypedChoice[]) => void };

/** What can be chosen, in its order; one that is called something else is so for every customer who has it. */
export function ChoicesField({ choices, error, onChange }: ChoicesFieldProps) {
  const t = useTranslations('customerFields');

  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="label mb-1">{t('choices')}</legend>
      {choices.map(({ key, now }, index) => (
        <span key={key} className="flex items-center gap-1">
          <input
            type="text"
            className="input min-w-0 flex-1"
            aria-label={t('choice', { position: index + 1 })}
            // One that was just added is written next.
            // biome-ignore lint/a11y/noAutofocus: somebody pressed "Add choice"
            autoFocus={now === '' && index === choices.length - 1}
            autoComplete="off"
            value={now}
            maxLength={MAX_FIELD_CHARACTERS.choice}
            onChange={(event) =>
              onChange(choices.map((each) => (each.key === key ? { ...each, now: event.target.value } : each)))
            }
          />
          <IconButton
            size="sm"
            name={t('removeChoice', { choice: now || String(index + 1) })}
            icon={<Trash2 aria-hidden="true" />}
            onClick={() => onChange(choices.filter((each) => each.key !== key))}
          />
        </span>
      ))}
      {error && (
        <p role="alert" className="field-error text-xs">
          {error}
        </p>
      )}
      {choices.length < MAX_CHOICES && (
        <Button
          size="sm"
          className="self-start"
          icon={<Plus aria-hidden="true" />}
          onClick={() => onChange([...choices, { key: newId(), was: null, now: '' }])}
        >
          {t('addChoice')}
        </Button>
      )}
    </fieldset>
  );
}
