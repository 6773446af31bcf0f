'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { MAX_CHARACTERS } from '@/lib/deliveries/limits';
import { samePhone } from '@/lib/deliveries/merge';
import type { DeliveryPhone } from '@/lib/deliveries/types';
import { CallButton } from '../../softphone/call-button';
import { OpenInDialer } from '../../softphone/open-in-dialer';
import { Field } from '../../ui/field';
import { useContent, useEdited, useEditor } from './editor-context';

/** The customer's number. What is no whole number stays as it was typed, says so, and cannot be called (S0.17). */
export function PhoneField({ start, error }: { start: DeliveryPhone; error: string | null }) {
  const t = useTranslations('delivery');
  const { keeper, isReadOnly } = useEditor();
  const [isFocused, setFocused] = useState(false);
  const typed = useContent('phone');
  const known = useEdited(({ editing }) => editing.saved?.phone ?? start);
  const deliveryId = useEdited(({ editing }) => (editing.saved ? keeper.id() : undefined));

  const isKnown = samePhone(known.raw, typed) || samePhone(known.display, typed);
  const e164 = isKnown && known.isCallable ? known.e164 : null;
  const isUnreadable = isKnown && !e164 && typed.trim() !== '' && !isFocused;

  return (
    <Field label={t('phone')} error={isUnreadable ? t('phoneUnreadable') : error}>
      {(control) => (
        <div className="flex items-center gap-2">
          <input
            {...control}
            type="tel"
            className="input num min-w-0 flex-1"
            value={typed}
            maxLength={MAX_CHARACTERS.phone}
            readOnly={isReadOnly}
            autoComplete="off"
            data-invalid={isUnreadable || error ? true : undefined}
            onChange={(event) => keeper.edit({ phone: event.target.value })}
            onFocus={() => setFocused(true)}
            onBlur={() => {
              setFocused(false);
              void keeper.flush();
            }}
          />
          <OpenInDialer number={e164 && known.display} />
          <CallButton name={t('callCustomer')} number={e164} noNumberReason={t('noNumber')} deliveryId={deliveryId} />
        </div>
      )}
    </Field>
  );
}
