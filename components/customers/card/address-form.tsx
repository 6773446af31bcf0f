'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ActionResult } from '@/lib/action-result';
import type { PlaceDetails } from '@/lib/customers/address-schema';
import { MAX_CHARACTERS } from '@/lib/deliveries/limits';
import { TextField } from '../../ui/field';
import { CardFormFoot } from './card-form-foot';
import { useCardForm } from './use-card-form';

type AddressFormProps = {
  label: string;
  initial: PlaceDetails;
  onSave: (from: PlaceDetails, to: PlaceDetails) => Promise<ActionResult>;
  onClose: () => void;
};

const FIELDS = ['street', 'flat', 'district', 'city', 'driverNote'] as const;

export function AddressForm({ label, initial, onSave, onClose }: AddressFormProps) {
  const t = useTranslations('customerCard.place');
  // What it was when the form opened: a colleague's change meanwhile is refused as a conflict, not overwritten.
  const [from] = useState<PlaceDetails>(() => {
    const { street, flat, district, city, driverNote } = initial;
    return { street, flat, district, city, driverNote };
  });
  const [place, setPlace] = useState(from);
  const form = useCardForm(() => onSave(from, place), onClose);

  return (
    <form aria-label={label} noValidate className="grid grid-cols-2 gap-2" onSubmit={form.submit}>
      {FIELDS.map((field) => (
        <TextField
          key={field}
          label={t(field)}
          autoFocus={field === 'street'}
          autoComplete="off"
          className={field === 'street' || field === 'driverNote' ? 'col-span-2' : ''}
          value={place[field]}
          maxLength={MAX_CHARACTERS[field]}
          error={form.errors[field]}
          onChange={(event) => {
            setPlace((before) => ({ ...before, [field]: event.target.value }));
            form.forget(field);
          }}
        />
      ))}
      <div className="col-span-2 flex flex-col gap-2">
        <CardFormFoot problem={form.problem} isSaving={form.isSaving} onClose={onClose} />
      </div>
    </form>
  );
}
