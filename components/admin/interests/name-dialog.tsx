'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import type { ActionResult } from '@/lib/action-result';
import { MAX_SETTING_NAME } from '@/lib/interest-settings/limits';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/field';
import { useSettingFault } from './use-setting-fault';

type NameDialogProps = {
  title: string;
  label: string;
  hint?: string;
  act: string;
  name: string;
  onSave: (name: string) => Promise<ActionResult>;
  onClose: () => void;
};

/** Asks for a name; what was typed stays where it is refused, with the reason. */
export function NameDialog({ title, label, hint, act, name: before, onSave, onClose }: NameDialogProps) {
  const t = useTranslations('interestSettings');
  const faultOf = useSettingFault();
  const formId = useId();
  const [name, setName] = useState(before);
  const [fault, setFault] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isSaving) return;
    setSaving(true);
    const found = faultOf(await onSave(name).catch(() => null));
    setSaving(false);
    if (found) setFault(found);
    else onClose();
  }

  return (
    <Dialog
      title={title}
      size="sm"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button intent="primary" type="submit" form={formId} isPending={isSaving}>
            {act}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={submit}>
        <TextField
          label={label}
          hint={hint}
          error={fault}
          autoFocus
          autoComplete="off"
          maxLength={MAX_SETTING_NAME}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
