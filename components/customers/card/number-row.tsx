'use client';

import { Star, Trash2, UserRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
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
  const card = useTranslations('customerCard');
  const { act, isPending } = useCardAct();
  const [isAsking, setAsking] = useState(false);
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
    <li className="flex min-h-8 shrink-0 flex-wrap items-center gap-x-1" aria-busy={isPending}>
      <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2">
        <PhoneNumberText display={display} />
        {isPrimary && <Chip>{t('main')}</Chip>}
      </span>
      <span className="flex items-center">
        {isEditable && contacts.length > 0 && (
          <IconButton
            size="sm"
            name={card('whose', { number: display })}
            icon={<UserRound aria-hidden="true" />}
            aria-expanded={isAsking}
            onClick={() => setAsking(!isAsking)}
          />
        )}
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
      {isAsking ? (
        <Whose
          number={number}
          contacts={contacts}
          onGive={(contactId) => {
            setAsking(false);
            act(() => giveNumber({ customerId, e164, contactId }));
          }}
        />
      ) : (
        number.contact && <bdi className="wrap-anywhere -mt-1 w-full pb-1 text-muted text-xs">{number.contact.name}</bdi>
      )}
    </li>
  );
}

type WhoseProps = Pick<NumberRowProps, 'number' | 'contacts'> & { onGive: (contactId: string | null) => void };

/** Whose number it is at a company. */
function Whose({ number, contacts, onGive }: WhoseProps) {
  const t = useTranslations('customerCard');

  return (
    <Select
      aria-label={t('whose', { number: number.display })}
      autoFocus
      className="mb-1.5 w-full"
      value={number.contact?.id ?? ''}
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
