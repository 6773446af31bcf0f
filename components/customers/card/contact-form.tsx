'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ActionResult } from '@/lib/action-result';
import type { ContactDetails } from '@/lib/customers/contact-schema';
import { MAX_CONTACT_CHARACTERS } from '@/lib/customers/limits';
import { TextField } from '../../ui/field';
import { CardFormFoot } from './card-form-foot';
import { useCardForm } from './use-card-form';

type ContactFormProps = {
  label: string;
  initial: ContactDetails;
  onSave: (from: ContactDetails, to: ContactDetails) => Promise<ActionResult>;
  onClose: () => void;
};

export function ContactForm({ label, initial, onSave, onClose }: ContactFormProps) {
  const t = useTranslations('customerCard');
  // What it was when the form opened: a colleague's change meanwhile is refused as a conflict, not overwritten.
  const [from] = useState({ name: initial.name, position: initial.position });
  const [details, setDetails] = useState(from);
  const form = useCardForm(() => onSave(from, details), onClose);

  function edit(change: Partial<ContactDetails>) {
    setDetails((before) => ({ ...before, ...change }));
    for (const field of Object.keys(change)) form.forget(field);
  }

  return (
    <form aria-label={label} noValidate className="flex flex-col gap-2" onSubmit={form.submit}>
      <TextField
        label={t('contactName')}
        autoFocus
        autoComplete="off"
        value={details.name}
        maxLength={MAX_CONTACT_CHARACTERS.name}
        error={form.errors.name}
        onChange={(event) => edit({ name: event.target.value })}
      />
      <TextField
        label={t('contactPosition')}
        autoComplete="off"
        value={details.position}
        maxLength={MAX_CONTACT_CHARACTERS.position}
        error={form.errors.position}
        onChange={(event) => edit({ position: event.target.value })}
      />
      <CardFormFoot problem={form.problem} isSaving={form.isSaving} onClose={onClose} />
    </form>
  );
}
