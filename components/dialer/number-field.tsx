'use client';

import { Delete } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ClipboardEvent, type Ref, useState } from 'react';
import { MAX_TYPED_CHARACTERS } from '@/lib/dialer/limits';
import { numberInPasted } from '@/lib/dialer/pasted';
import type { Dialled } from '@/lib/dialer/types';
import { Field } from '../ui/field';
import { IconButton } from '../ui/icon-button';
import { NumberOwner } from './number-owner';

type NumberFieldProps = {
  ref: Ref<HTMLInputElement>;
  typed: string;
  reading: Dialled | null;
  fault: string | null;
  /** Whether somebody tried to call it all the same. */
  isFaultShown: boolean;
  onType: (typed: string) => void;
  onEnter: () => void;
};

/** Typed or pasted, in any way of writing it. Digits that only come yet are a hint; what more digits cannot mend is an error at once. */
export function NumberField({ ref, typed, reading, fault, isFaultShown, onType, onEnter }: NumberFieldProps) {
  const t = useTranslations('dialer');
  const [isFocused, setFocused] = useState(false);
  const kind = reading?.kind === 'faulty' ? reading.fault.kind : null;
  const mayStillCome = isFocused && !isFaultShown && (kind === 'missingDigits' || kind === 'tooShort');

  function paste(event: ClipboardEvent<HTMLInputElement>) {
    event.preventDefault();
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    const pasted = numberInPasted(event.clipboardData.getData('text'));
    const next = value.slice(0, selectionStart ?? value.length) + pasted + value.slice(selectionEnd ?? value.length);
    onType(next.slice(0, MAX_TYPED_CHARACTERS));
  }

  return (
    <Field
      label={t('number')}
      error={fault && !mayStillCome ? fault : null}
      hint={mayStillCome ? fault : reading?.kind === 'callable' && <NumberOwner dialled={reading} />}
    >
      {(control) => (
        <div className="relative">
          <input
            {...control}
            ref={ref}
            type="tel"
            className="input num w-full pe-10! font-medium text-base!"
            value={typed}
            maxLength={MAX_TYPED_CHARACTERS}
            placeholder={t('placeholder')}
            autoComplete="off"
            data-invalid={fault && !mayStillCome ? true : undefined}
            onChange={(event) => onType(event.target.value)}
            onPaste={paste}
            onKeyDown={(event) => event.key === 'Enter' && onEnter()}
            onFocus={() => setFocused(true)}
            onBlur={() => setFocused(false)}
          />
          {typed && (
            <span className="absolute inset-y-0 end-0.5 flex items-center">
              <IconButton
                size="sm"
                name={t('backspace')}
                icon={<Delete aria-hidden="true" />}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onType(typed.slice(0, -1))}
              />
            </span>
          )}
        </div>
      )}
    </Field>
  );
}
