'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { addField, changeField } from '@/lib/customer-fields/actions';
import { type CustomerField, FIELD_KINDS, MAX_FIELD_CHARACTERS } from '@/lib/customer-fields/types';
import { newId } from '@/lib/new-id';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/field';
import { SelectField } from '../../ui/select-field';
import { ChoicesField, type TypedChoice } from './choices-field';
import { useFieldFaults } from './use-field-faults';

/** Adds a field, or changes what it is called and what can be chosen. Its kind stays: what customers have is of that kind. */
export function FieldDialog({ field, onClose }: { field: CustomerField | null; onClose: () => void }) {
  const t = useTranslations('customerFields');
  const sentencesOf = useFieldFaults();
  const formId = useId();
  const [fieldId] = useState(() => field?.id ?? newId());
  const [label, setLabel] = useState(field?.label ?? '');
  const [kind, setKind] = useState(field?.kind ?? 'text');
  const [choices, setChoices] = useState<TypedChoice[]>(() =>
    (field?.choices ?? []).map((was) => ({ key: newId(), was, now: was })),
  );
  const [faults, setFaults] = useState<Record<string, string>>({});
  // How many customers have a choice that goes: asked once more, with the number said.
  const [inUse, setInUse] = useState(0);
  const [isSaving, setSaving] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isSaving) return;
    const typed = choices.filter(({ now, was }) => now.trim() !== '' || was !== null);
    setSaving(true);
    const answer = await (field
      ? changeField({
          fieldId,
          from: { label: field.label, choices: field.choices },
          label,
          choices: typed.map(({ was, now }) => ({ was, now })),
          inUse,
        })
      : addField({ fieldId, label, kind, choices: kind === 'choice' ? typed.map(({ now }) => now) : [] })
    ).catch(() => null);
    setSaving(false);

    if (answer?.ok) return onClose();
    const isInUse = answer !== null && 'inUse' in answer;
    setInUse(isInUse ? answer.inUse : 0);
    setFaults(isInUse ? {} : sentencesOf(answer));
  }

  return (
    <Dialog
      title={field ? t('change', { field: field.label }) : t('add')}
      size="sm"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button intent="primary" type="submit" form={formId} isPending={isSaving}>
            {inUse > 0 ? t('removeAnyway') : t('save')}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate className="flex flex-col gap-3" onSubmit={submit}>
        <TextField
          label={t('label')}
          autoFocus
          autoComplete="off"
          value={label}
          maxLength={MAX_FIELD_CHARACTERS.label}
          error={faults.label}
          onChange={(event) => setLabel(event.target.value)}
        />
        {!field && (
          <SelectField
            label={t('kind')}
            value={kind}
            onChange={({ target }) => setKind(FIELD_KINDS.find((each) => each === target.value) ?? 'text')}
          >
            {FIELD_KINDS.map((each) => (
              <option key={each} value={each}>
                {t(`kinds.${each}`)}
              </option>
            ))}
          </SelectField>
        )}
        {kind === 'choice' && (
          <ChoicesField
            choices={choices}
            error={faults.choices}
            onChange={(next) => {
              setChoices(next);
              setInUse(0);
            }}
          />
        )}
        {inUse > 0 && (
          <p role="alert" className="rounded-md bg-ringing-soft p-2.5">
            {t('inUse', { count: inUse })}
          </p>
        )}
        {faults[''] && (
          <p role="alert" className="field-error text-xs">
            {faults['']}
          </p>
        )}
      </form>
    </Dialog>
  );
}
