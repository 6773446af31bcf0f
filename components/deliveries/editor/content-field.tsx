'use client';

import type { ComponentProps } from 'react';
import { MAX_CHARACTERS } from '@/lib/deliveries/limits';
import { TextAreaField, TextField } from '../../ui/field';
import { useContent, useEditor } from './editor-context';

type TextOf = 'discountReason' | 'customerName' | 'street' | 'flat' | 'district' | 'city' | 'driverNote' | 'comment';

type ContentFieldProps = { field: TextOf } & Omit<ComponentProps<typeof TextField>, 'value' | 'onChange' | 'onBlur'>;

/** A text of the delivery: saved a moment after the last key, and at once when one leaves it. */
export function ContentField({ field, ...rest }: ContentFieldProps) {
  const { keeper, isReadOnly } = useEditor();
  const value = useContent(field);

  return (
    <TextField
      {...rest}
      value={value}
      maxLength={MAX_CHARACTERS[field]}
      readOnly={isReadOnly}
      autoComplete="off"
      onChange={(event) => keeper.edit({ [field]: event.target.value })}
      onBlur={() => void keeper.flush()}
    />
  );
}

export function ContentArea({ field, label, rows = 2 }: { field: TextOf; label: string; rows?: number }) {
  const { keeper, isReadOnly } = useEditor();
  const value = useContent(field);

  return (
    <TextAreaField
      label={label}
      rows={rows}
      value={value}
      maxLength={MAX_CHARACTERS[field]}
      readOnly={isReadOnly}
      onChange={(event) => keeper.edit({ [field]: event.target.value })}
      onBlur={() => void keeper.flush()}
    />
  );
}
