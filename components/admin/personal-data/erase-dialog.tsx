'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { erase } from '@/lib/personal-data/actions';
import { toType } from '@/lib/personal-data/to-type';
import type { Footprint, Person } from '@/lib/personal-data/types';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/field';

type EraseDialogProps = { person: Person; footprint: Footprint; onClose: () => void; onErased: (footprint: Footprint) => void };

/** Says what will be gone and what stays, and has the number typed once more: this is not taken back. */
export function EraseDialog({ person, footprint, onClose, onErased }: EraseDialogProps) {
  const t = useTranslations('personalData');
  const refusals = useTranslations('refusals');
  const formId = useId();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const wanted = toType(person);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setPending(true);
    const answer = await erase({ scope: person.scope, typed }).catch(() => null);
    setPending(false);
    if (answer?.ok) return onErased(answer.data);
    setProblem(refusals(answer?.reason ?? 'unavailable', answer?.values));
  }

  const footer = (
    <>
      <Button onClick={onClose}>{t('cancel')}</Button>
      <Button intent="danger" type="submit" form={formId} isPending={isPending}>
        {t('eraseNow')}
      </Button>
    </>
  );

  return (
    <Dialog title={t('eraseTitle')} onClose={onClose} footer={footer}>
      <form id={formId} onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        <div>
          <p className="font-medium">{t('goes')}</p>
          <ul className="list-disc ps-5">
            <li>{t('goesCustomers', { customers: footprint.customers, contacts: footprint.contacts })}</li>
            <li>{t('goesTexts', { notes: footprint.notes, files: footprint.files })}</li>
            <li>{t('goesFromOthers', { ...footprint })}</li>
            <li>{t('goesMentions')}</li>
          </ul>
        </div>
        <div>
          <p className="font-medium">{t('stays')}</p>
          <ul className="list-disc ps-5">
            <li>{t('staysCounts')}</li>
            <li>{t('staysAudit')}</li>
            {person.sharedNumbers.length > 0 && <li>{t('staysShared')}</li>}
          </ul>
        </div>
        <TextField
          label={t('typeAgain', { number: wanted })}
          error={problem}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setProblem(null);
          }}
          autoComplete="off"
          required
        />
      </form>
    </Dialog>
  );
}
