'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useMemo, useState } from 'react';
import { z } from 'zod';
import { MAX_INTEREST_CHARACTERS } from '@/lib/interests/limits';
import { addInterest } from '@/lib/interests/of-customer-actions';
import { newId } from '@/lib/new-id';
import { CardFormFoot } from '../../customers/card/card-form-foot';
import { useDeskRouter } from '../../live/use-desk-router';
import { useDesk } from '../../softphone/desk-context';
import { TextAreaField, TextField } from '../../ui/field';
import { keptForm } from '../../ui/kept-form';
import { SelectField } from '../../ui/select-field';
import { showMessage } from '../../ui/show-message';

type NewInterestFormProps = { customerId: string; serviceTypes: { id: string; name: string }[]; onClose: () => void };

/** The id stays, so that a save repeated after a lost answer is the same interest. */
const Typed = z.object({
  interestId: z.string(),
  subject: z.string(),
  whatToDo: z.string(),
  serviceTypeId: z.string().nullable(),
});

/** Something new that a customer wants. What was typed stays until it is stored or called off. */
export function NewInterestForm({ customerId, serviceTypes, onClose }: NewInterestFormProps) {
  const t = useTranslations('interestCard');
  const refusals = useTranslations('refusals');
  const router = useDeskRouter();
  const { me } = useDesk();
  const kept = useMemo(() => keptForm(me.id, `new-interest:${customerId}`, Typed), [me.id, customerId]);
  const [typed, setTyped] = useState(
    () => kept.find() ?? { interestId: newId(), subject: '', whatToDo: '', serviceTypeId: null },
  );
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);

  function edit(change: Partial<typeof typed>) {
    const next = { ...typed, ...change };
    setTyped(next);
    setErrors({});
    kept.keep(next);
  }

  function close() {
    kept.drop();
    onClose();
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isSaving) return;
    if (typed.subject.trim() === '') return setErrors({ subject: 'subjectMissing' });

    setSaving(true);
    const answer = await addInterest({ ...typed, customerId }).catch(() => null);
    setSaving(false);
    if (answer?.ok) {
      const open = () => router.push(`/interests/${typed.interestId}`);
      showMessage(t('ofCustomer.added', { number: answer.data.number }), { label: t('ofCustomer.open'), onClick: open });
      router.refresh();
      return close();
    }
    const fields = answer?.fields ?? {};
    setErrors(fields);
    setProblem(Object.keys(fields).length > 0 ? null : answer ? refusals(answer.reason) : t('notSaved'));
  }

  const error = (field: string) => {
    const key = errors[field];
    return key === undefined ? null : t(`faults.${t.has(`faults.${key}`) ? key : 'invalid'}`);
  };

  return (
    <form aria-label={t('ofCustomer.new')} noValidate className="flex max-w-xl flex-col gap-3" onSubmit={submit}>
      <TextField
        label={t('fields.subject')}
        autoFocus
        autoComplete="off"
        value={typed.subject}
        maxLength={MAX_INTEREST_CHARACTERS.subject}
        error={error('subject')}
        onChange={({ target }) => edit({ subject: target.value })}
      />
      <TextAreaField
        label={t('fields.whatToDo')}
        rows={2}
        value={typed.whatToDo}
        maxLength={MAX_INTEREST_CHARACTERS.whatToDo}
        error={error('whatToDo')}
        onChange={({ target }) => edit({ whatToDo: target.value })}
      />
      <SelectField
        label={t('fields.serviceTypeId')}
        value={typed.serviceTypeId ?? ''}
        error={error('serviceTypeId')}
        onChange={({ target }) => edit({ serviceTypeId: target.value || null })}
      >
        <option value="">{t('unwritten.nothing')}</option>
        {serviceTypes.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <CardFormFoot problem={problem} isSaving={isSaving} onClose={close} />
    </form>
  );
}
