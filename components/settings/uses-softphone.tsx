'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { CallsWith } from '@/lib/users/types';
import { RadioChoice } from './radio-choice';
import { SavedNote } from './saved-note';
import { useSetting } from './use-setting';

const OTHERS = ['desk_phone', 'application'] as const;
const LIMITS = ['noDialer', 'linkOnly', 'presentsThere', 'notCounted'] as const;

/** Whether this user calls in the browser (S2.1, S3.1); else with what, and what another application cannot do (S2.9). */
export function UsesSoftphone({ stored }: { stored: CallsWith }) {
  const t = useTranslations('personalSettings');
  const names = useTranslations('settings.callsWith');
  const { value, note, save } = useSetting(stored);
  const name = useId();
  const isUsed = value === 'browser';

  function choose(callsWith: CallsWith) {
    save(callsWith, { setting: 'callsWith', callsWith });
  }

  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="label mb-2">{t('use')}</legend>
      <RadioChoice
        name={name}
        label={t('yes')}
        hint={names('browser.hint')}
        isChosen={isUsed}
        onChoose={() => choose('browser')}
      />
      <RadioChoice name={name} label={t('no')} hint={t('noHint')} isChosen={!isUsed} onChoose={() => choose('desk_phone')} />
      {!isUsed && (
        <fieldset className="ms-6 flex flex-col gap-3">
          <legend className="label mb-2">{names('title')}</legend>
          {OTHERS.map((each) => (
            <RadioChoice
              key={each}
              name={`${name}-other`}
              label={names(`${each}.name`)}
              hint={names(`${each}.hint`)}
              isChosen={value === each}
              onChoose={() => choose(each)}
            >
              {each === 'application' && (
                <ul className="mt-1 list-disc ps-4">
                  {LIMITS.map((limit) => (
                    <li key={limit}>{names(`limits.${limit}`)}</li>
                  ))}
                </ul>
              )}
            </RadioChoice>
          ))}
        </fieldset>
      )}
      <SavedNote note={note} />
    </fieldset>
  );
}
