'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { ActionResult } from '@/lib/action-result';
import { MAX_TASK_CHARACTERS } from '@/lib/interests/limits';
import type { TaskDetails } from '@/lib/interests/task-schema';
import { momentOf } from '@/lib/wall-clock';
import { CardFormFoot } from '../../customers/card/card-form-foot';
import { TextField } from '../../ui/field';
import { useOrganisation } from '../../ui/organisation';
import { SelectField } from '../../ui/select-field';
import type { TypedTask } from './use-new-task';

type TaskFormProps = {
  label: string;
  initial: () => TypedTask;
  managers: { id: string; name: string }[];
  /** What is typed so far, to be kept. */
  onType?: (typed: TypedTask) => void;
  onSave: (details: TaskDetails) => Promise<ActionResult>;
  onClose: () => void;
};

/** What is to be done, until when, and by whom. What was typed stays, whatever is answered. */
export function TaskForm({ label, initial, managers, onType, onSave, onClose }: TaskFormProps) {
  const t = useTranslations('interestCard');
  const refusals = useTranslations('refusals');
  const { timeZone } = useOrganisation();
  const [typed, setTyped] = useState(initial);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);

  function edit(change: Partial<TypedTask>) {
    const next = { ...typed, ...change };
    setTyped(next);
    setErrors({});
    onType?.(next);
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isSaving) return;
    const { title, day, time, assigneeId } = typed;
    const dueAt = time === '' ? null : momentOf({ day, time }, timeZone);
    const missing = { ...(title.trim() === '' && { title: 'titleMissing' }), ...(!dueAt && { dueAt: 'dueInvalid' }) };
    if (!dueAt || Object.keys(missing).length > 0) return setErrors(missing);

    setSaving(true);
    const answer = await onSave({ title, dueAt: dueAt.toISOString(), assigneeId }).catch(() => null);
    setSaving(false);
    if (answer?.ok) return onClose();
    const fields = answer?.fields ?? {};
    setErrors(fields);
    setProblem(Object.keys(fields).length > 0 ? null : answer ? refusals(answer.reason) : t('notSaved'));
  }

  const error = (field: string) => {
    const key = errors[field];
    return key === undefined ? null : t(`faults.${t.has(`faults.${key}`) ? key : 'invalid'}`);
  };

  return (
    <form aria-label={label} noValidate className="flex flex-col gap-2" onSubmit={submit}>
      <TextField
        label={t('taskTitle')}
        autoFocus
        autoComplete="off"
        value={typed.title}
        maxLength={MAX_TASK_CHARACTERS}
        error={error('title')}
        onChange={({ target }) => edit({ title: target.value })}
      />
      <div className="grid grid-cols-2 gap-2 @2xl:grid-cols-[10rem_8rem_minmax(0,1fr)]">
        <TextField
          label={t('dueDay')}
          type="date"
          value={typed.day}
          error={error('dueAt')}
          onChange={({ target }) => edit({ day: target.value })}
        />
        <TextField label={t('dueTime')} type="time" value={typed.time} onChange={({ target }) => edit({ time: target.value })} />
        <SelectField
          label={t('assignee')}
          className="max-@2xl:col-span-2"
          value={typed.assigneeId ?? ''}
          error={error('assigneeId')}
          onChange={({ target }) => edit({ assigneeId: target.value || null })}
        >
          <option value="">{t('unwritten.nobody')}</option>
          {managers.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
      <CardFormFoot problem={problem} isSaving={isSaving} onClose={onClose} />
    </form>
  );
}
