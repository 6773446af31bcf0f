'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import {
  DEFAULT_CALL_KEYS,
  KEYED_ACTS,
  type KeyedAct,
  type CallKeys as Keys,
  ownerOfKey,
  whyNotKey,
} from '@/lib/softphone/call-keys';
import { useDesk } from '../softphone/desk-context';
import { Button } from '../ui/button';
import { KeyField } from './key-field';
import { SavedNote } from './saved-note';
import { useSetting } from './use-setting';

/** The keys that work wherever the focus is: each is changed by pressing another. */
export function CallKeys() {
  const t = useTranslations('settings.keys');
  const { value: keys, note, isSaving, save } = useSetting<Keys>(useDesk().me.keys);
  const [fault, setFault] = useState<{ act: KeyedAct; sentence: string } | null>(null);
  const areUsual = KEYED_ACTS.every((act) => keys[act] === DEFAULT_CALL_KEYS[act]);

  function whyNot(act: KeyedAct, key: string): string | null {
    const unsuitable = whyNotKey(key);
    if (unsuitable) return t(`faults.${unsuitable}`, { key });

    const owner = ownerOfKey(keys, key, act);
    return owner && t('taken', { key, act: t(`acts.${owner}`) });
  }

  function choose(act: KeyedAct, key: string) {
    const sentence = whyNot(act, key);
    setFault(sentence ? { act, sentence } : null);
    if (!sentence && key !== keys[act]) save({ ...keys, [act]: key }, { setting: 'key', act, key });
  }

  function reset() {
    setFault(null);
    save(DEFAULT_CALL_KEYS, { setting: 'usualKeys' });
  }

  return (
    <div>
      <ul className="flex flex-col gap-2">
        {KEYED_ACTS.map((act) => (
          <li key={act}>
            <KeyField
              name={t(`acts.${act}`)}
              value={keys[act]}
              error={fault?.act === act ? fault.sentence : null}
              onPress={(key) => choose(act, key)}
            />
          </li>
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button size="sm" isPending={isSaving} disabledReason={areUsual ? t('areUsual') : null} onClick={reset}>
          {t('reset')}
        </Button>
        <SavedNote note={note} />
      </div>
    </div>
  );
}
