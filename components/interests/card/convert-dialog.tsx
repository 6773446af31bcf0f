'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useMemo, useState } from 'react';
import { z } from 'zod';
import { MAX_CUSTOMER_CHARACTERS } from '@/lib/customers/limits';
import type { FoundCustomer } from '@/lib/customers/types';
import { MAX_CHARACTERS } from '@/lib/deliveries/limits';
import type { InterestCard as Facts } from '@/lib/interests/card-queries';
import { convertPotential } from '@/lib/interests/convert-actions';
import { newId } from '@/lib/new-id';
import { NumberTaken } from '../../customers/number-taken';
import { useDeskRouter } from '../../live/use-desk-router';
import { useDesk } from '../../softphone/desk-context';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/field';
import { keptForm } from '../../ui/kept-form';
import { showMessage } from '../../ui/show-message';

type ConvertDialogProps = { interest: Facts; onClose: () => void };
/** The id stays, so that a save repeated after a lost answer is the same customer. */
const Typed = z.object({ customerId: z.uuid(), name: z.string(), company: z.string(), phone: z.string() });
type To = { kind: 'new'; isShared: boolean } | { kind: 'known'; customer: FoundCustomer };

/** A potential customer becomes one, with their number and what else that number is interested in; or turns out to be one already. */
export function ConvertDialog({ interest, onClose }: ConvertDialogProps) {
  const t = useTranslations('interestCard');
  const refusals = useTranslations('refusals');
  const router = useDeskRouter();
  const formId = useId();
  const { me } = useDesk();
  const { id: interestId, details } = interest;
  const kept = useMemo(() => keptForm(me.id, `convert:${interestId}`, Typed), [me.id, interestId]);
  const [typed, setTyped] = useState(() => {
    const { potentialName: name, potentialCompany: company, phone } = details;
    return kept.find() ?? { customerId: newId(), name, company, phone };
  });
  const { customerId, name, company, phone } = typed;
  const [owners, setOwners] = useState<FoundCustomer[]>([]);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);

  function edit(change: Partial<typeof typed>) {
    const next = { ...typed, ...change };
    setTyped(next);
    kept.keep(next);
    setErrors({});
    if (change.phone !== undefined) setOwners([]);
  }

  async function convert(to: To) {
    if (isSaving) return;
    if (to.kind === 'new' && name.trim() === '') return setErrors({ name: 'nameMissing' });

    setSaving(true);
    const asked =
      to.kind === 'new'
        ? { kind: 'new', customerId, name, company, isShared: to.isShared }
        : { kind: 'known', customerId: to.customer.id };
    const answer = await convertPotential({ interestId, phone, to: asked }).catch(() => null);
    setSaving(false);
    if (answer?.ok) {
      const whom = to.kind === 'new' ? name.trim() : to.customer.name;
      showMessage(t('converted', { name: whom, count: answer.data.movedCount }), {
        label: t('openCustomer'),
        onClick: () => router.push(`/customers/${answer.data.customerId}`),
      });
      kept.drop();
      router.refresh();
      return onClose();
    }

    const isTaken = answer !== null && 'owners' in answer;
    const isNumberWrong = answer?.reason === 'numberInvalid';
    const fields = isNumberWrong ? { phone: 'numberInvalid' } : (answer?.fields ?? {});
    setOwners(isTaken ? answer.owners : []);
    setErrors(fields);
    const isSaid = isTaken || Object.keys(fields).length > 0;
    setProblem(isSaid ? null : answer ? refusals(answer.reason, answer.values) : t('notSaved'));
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    void convert({ kind: 'new', isShared: false });
  }

  const error = (field: string) => {
    const key = errors[field];
    return key === undefined ? null : t(`faults.${t.has(`faults.${key}`) ? key : 'invalid'}`);
  };
  const footer = (
    <>
      <Button onClick={onClose}>{t('cancel')}</Button>
      <Button intent="primary" type="submit" form={formId} isPending={isSaving}>
        {t('convertNow')}
      </Button>
    </>
  );

  return (
    <Dialog title={t('convertTitle')} onClose={onClose} footer={footer}>
      <form id={formId} noValidate className="flex flex-col gap-3" onSubmit={submit}>
        <p className="text-muted">{t('convertHint')}</p>
        <TextField
          label={t('fields.name')}
          autoFocus
          autoComplete="off"
          value={name}
          maxLength={MAX_CUSTOMER_CHARACTERS.name}
          error={error('name')}
          onChange={({ target }) => edit({ name: target.value })}
        />
        <TextField
          label={t('fields.company')}
          autoComplete="off"
          value={company}
          maxLength={MAX_CUSTOMER_CHARACTERS.company}
          error={error('company')}
          onChange={({ target }) => edit({ company: target.value })}
        />
        <TextField
          label={t('fields.phone')}
          type="tel"
          inputMode="tel"
          autoComplete="off"
          value={phone}
          maxLength={MAX_CHARACTERS.phone}
          error={error('phone')}
          onChange={({ target }) => edit({ phone: target.value })}
        />
        {owners.length > 0 && (
          <NumberTaken
            owners={owners}
            onChoose={(customer) => void convert({ kind: 'known', customer })}
            isPending={isSaving}
            shareLabel={t('share')}
            onShare={() => void convert({ kind: 'new', isShared: true })}
          />
        )}
        {problem && (
          <p role="alert" className="field-error text-xs">
            {problem}
          </p>
        )}
      </form>
    </Dialog>
  );
}
