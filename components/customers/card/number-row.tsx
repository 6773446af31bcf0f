'use client';

import { Star, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { addNumber, chooseMainNumber, dropNumber, giveNumber } from '@/lib/customers/number-actions';
import type { CustomerNumber } from '@/lib/customers/types';
import { CallButton } from '../../softphone/call-button';
import { OpenInDialer } from '../../softphone/open-in-dialer';
import { Chip } from '../../ui/chip';
import { IconButton } from '../../ui/icon-button';
import { PhoneNumberText } from '../../ui/phone-number-text';
import { Select } from '../../ui/select';
import { showMessage } from '../../ui/show-message';
import { useCardAct } from './use-card-act';

type NumberRowProps = {
  customerId: string;
  number: CustomerNumber;
  contacts: { id: string; name: string }[];
  isEditable: boolean;
};

/** One number: whose it is, whether it is the main one, and what can be done with it. */
export function NumberRow({ customerId, number, contacts, isEditable }: NumberRowProps) {
  const t = useTranslations('customers');
  const { act, isPending } = useCardAct();
  const { e164, display, isPrimary, isCallable } = number;

  function remove() {
    // It was theirs, whoever else has it: taking it back asks nothing.
    const decision = { kind: 'putBack', contactId: number.contact?.id ?? null };
    const undo = () =>
      act(async () => {
        const answer = await addNumber({ customerId, phone: e164, decision });
        return answer.ok && isPrimary ? chooseMainNumber({ customerId, e164 }) : answer;
      });
    act(
      () => dropNumber({ customerId, e164 }),
      () => showMessage(t('numberRemoved', { number: display }), { label: t('undo'), onClick: undo }),
    );
  }

  return (
    <li className="flex min-h-8 flex-wrap items-center gap-x-1" aria-busy={isPending}>
      <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2">
        <PhoneNumberText display={display} />
        {isPrimary && <Chip>{t('main')}</Chip>}
      </span>
      <span className="flex items-center">
        {isEditable && !isPrimary && (
          <IconButton
            size="sm"
            name={t('makeMain', { number: display })}
            icon={<Star aria-hidden="true" />}
            onClick={() => act(() => chooseMainNumber({ customerId, e164 }))}
          />
        )}
        {isEditable && (
          <IconButton
            size="sm"
            name={t('removeNumber', { number: display })}
            icon={<Trash2 aria-hidden="true" />}
            onClick={remove}
          />
        )}
        <OpenInDialer number={display} />
        <CallButton
          size="sm"
          name={t('callNumber', { number: display })}
          number={isCallable ? e164 : null}
          noNumberReason={t('noNumber')}
        />
      </span>
      <Whose
        number={number}
        contacts={contacts}
        isEditable={isEditable}
        onGive={(contactId) => act(() => giveNumber({ customerId, e164, contactId }))}
      />
    </li>
  );
}

type WhoseProps = Pick<NumberRowProps, 'number' | 'contacts' | 'isEditable'> & { onGive: (contactId: string | null) => void };

/** Whose number it is at a company; where there are no contact persons, nobody asks. */
function Whose({ number, contacts, isEditable, onGive }: WhoseProps) {
  const t = useTranslations('customerCard');
  const { contact, display } = number;
  if (!isEditable || contacts.length === 0) {
    return contact ? <bdi className="wrap-anywhere w-full pb-1 text-muted text-xs">{contact.name}</bdi> : null;
  }

  return (
    <Select
      aria-label={t('whose', { number: display })}
      className="mb-1.5 w-full text-xs"
      value={contact?.id ?? ''}
      onChange={({ target }) => onGive(target.value || null)}
    >
      <option value="">{t('nobodys')}</option>
      {contacts.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
}
