'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useId, useState } from 'react';
import type { TransferTarget } from '@/lib/transfers/types';
import { isOutside } from '@/lib/transfers/wish';
import { Field } from '../ui/field';
import { TargetOption } from './target-option';
import type { useTargets } from './use-targets';

type TargetFieldProps = {
  typed: string;
  search: ReturnType<typeof useTargets>;
  chosen: TransferTarget | null;
  /** Why the number typed cannot be called; `isFaultSaid` beside it already. */
  numberFault: string | null;
  isFaultSaid: boolean;
  onType: (text: string) => void;
  onChoose: (target: TransferTarget) => void;
};

/** Nothing is pointed at until something is typed or an arrow pressed: Enter in the empty field gives a call to nobody. */
const NONE = -1;

/** Type a name, an extension or a number; arrows and Enter choose. The list stays open: in a dialog it covers nothing. */
export function TargetField({ typed, search, chosen, numberFault, isFaultSaid, onType, onChoose }: TargetFieldProps) {
  const t = useTranslations('transfer');
  const listId = useId();
  const [active, setActive] = useState(NONE);
  const { targets, isAsking, hasFailed } = search;
  const pointed = targets[active];
  const idOf = ({ userId }: TransferTarget) => `${listId}-${userId}`;

  function type(text: string) {
    onType(text);
    setActive(text.trim() ? 0 : NONE);
  }

  function choose(target: TransferTarget) {
    onChoose(target);
    setActive(NONE);
  }

  function press(event: KeyboardEvent<HTMLInputElement>) {
    switch (event.key) {
      case 'ArrowDown':
        event.preventDefault();
        return setActive(Math.min(targets.length - 1, active + 1));
      case 'ArrowUp':
        event.preventDefault();
        return setActive(Math.max(0, active - 1));
      case 'Enter':
        // The first Enter chooses, the next one asks them.
        if (!pointed) return;
        event.preventDefault();
        return choose(pointed);
    }
  }

  return (
    <>
      <Field label={t('to')}>
        {(control) => (
          <input
            {...control}
            // biome-ignore lint/a11y/noAutofocus: whoever opens this dialog is about to say to whom
            autoFocus
            type="text"
            role="combobox"
            className="input w-full"
            aria-expanded={targets.length > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={pointed && idOf(pointed)}
            placeholder={t('toHint')}
            autoComplete="off"
            maxLength={100}
            value={typed}
            onChange={(event) => type(event.target.value)}
            onKeyDown={press}
          />
        )}
      </Field>
      <div id={listId} role="listbox" aria-label={t('colleagues')} className="mt-2 max-h-72 min-h-33 overflow-y-auto">
        {targets.map((target) => (
          <TargetOption
            key={target.userId}
            id={idOf(target)}
            target={target}
            isChosen={target.userId === chosen?.userId}
            isPointed={target === pointed}
            onChoose={choose}
          />
        ))}
      </div>
      <p role="status" className="px-2 py-1 text-muted empty:hidden">
        {isAsking && t('looking')}
        {hasFailed && t('lookingFailed')}
        {!isAsking &&
          !hasFailed &&
          !isFaultSaid &&
          targets.length === 0 &&
          (numberFault ?? t(isOutside(typed) ? 'outside' : 'nobodyFound'))}
      </p>
    </>
  );
}
