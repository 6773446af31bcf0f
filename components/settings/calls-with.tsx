'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { CALLS_WITH, type CallsWith as Choice } from '@/lib/users/types';
import { SavedNote } from './saved-note';
import { useSetting } from './use-setting';

const LIMITS = ['noDialer', 'linkOnly', 'presentsThere', 'notCounted'] as const;

/** What this user calls with (S2.1), and what another application cannot do (S2.9). */
export function CallsWith({ stored }: { stored: Choice }) {
  const t = useTranslations('settings.callsWith');
  const { value, note, save } = useSetting(stored);
  const name = useId();

  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="label mb-2">{t('title')}</legend>
      {CALLS_WITH.map((each) => (
        <div key={each} className="flex items-start gap-2">
          <input
            id={`${name}-${each}`}
            type="radio"
            name={name}
            checked={value === each}
            onChange={() => save(each, { setting: 'callsWith', callsWith: each })}
            aria-describedby={`${name}-${each}-hint`}
            className="mt-0.5 size-4 shrink-0 accent-accent"
          />
          <div className="min-w-0">
            <label htmlFor={`${name}-${each}`} className="font-medium">
              {t(`${each}.name`)}
            </label>
            <div id={`${name}-${each}-hint`} className="text-muted text-xs">
              <p>{t(`${each}.hint`)}</p>
              {each === 'application' && (
                <ul className="mt-1 list-disc ps-4">
                  {LIMITS.map((limit) => (
                    <li key={limit}>{t(`limits.${limit}`)}</li>
                  ))}
                </ul>
              )}
            </div>
          </div>
        </div>
      ))}
      <SavedNote note={note} />
    </fieldset>
  );
}
