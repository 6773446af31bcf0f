'use client';

import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { CustomerContact } from '@/lib/customers/card-queries';
import { addContact, changeContact, dropContact } from '@/lib/customers/contact-actions';
import type { CustomerNumber } from '@/lib/customers/types';
import { newId } from '@/lib/new-id';
import { Panel } from '../../deliveries/panel';
import { CallButton } from '../../softphone/call-button';
import { Button } from '../../ui/button';
import { IconButton } from '../../ui/icon-button';
import { showMessage } from '../../ui/show-message';
import { ContactForm } from './contact-form';
import { useCardAct } from './use-card-act';

type ContactsPanelProps = { customerId: string; contacts: CustomerContact[]; numbers: CustomerNumber[]; isEditable: boolean };

/** Whom one talks to at a company, and which of its numbers are theirs. */
export function ContactsPanel({ customerId, contacts, numbers, isEditable }: ContactsPanelProps) {
  const t = useTranslations('customerCard');
  const [openId, setOpenId] = useState<string | null>(null);
  const [newContactId, setNewContactId] = useState(newId);
  const isAdding = openId === newContactId;
  const close = () => setOpenId(null);

  return (
    <Panel
      title={t('contacts')}
      aside={
        isEditable &&
        !isAdding && (
          <Button size="sm" intent="ghost" icon={<Plus aria-hidden="true" />} onClick={() => setOpenId(newContactId)}>
            {t('addContact')}
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-2 p-3">
        {contacts.length === 0 && !isAdding && <p className="text-muted">{t('noContacts')}</p>}
        <ul aria-label={t('contacts')} className="flex max-h-112 flex-col gap-2 overflow-y-auto empty:hidden">
          {contacts.map((contact) =>
            contact.id === openId ? (
              <li key={contact.id}>
                <ContactForm
                  label={t('changeContact', { name: contact.name })}
                  initial={contact}
                  onSave={(from, to) => changeContact({ customerId, contactId: contact.id, from, to })}
                  onClose={close}
                />
              </li>
            ) : (
              <ContactRow
                key={contact.id}
                customerId={customerId}
                contact={contact}
                numbers={numbers.filter((number) => number.contact?.id === contact.id)}
                isEditable={isEditable}
                onEdit={() => setOpenId(contact.id)}
              />
            ),
          )}
        </ul>
        {isAdding && (
          <ContactForm
            label={t('addContact')}
            initial={{ name: '', position: '' }}
            onSave={(_, details) => addContact({ customerId, contactId: newContactId, details })}
            onClose={() => {
              close();
              setNewContactId(newId());
            }}
          />
        )}
      </div>
    </Panel>
  );
}

type ContactRowProps = {
  customerId: string;
  contact: CustomerContact;
  numbers: CustomerNumber[];
  isEditable: boolean;
  onEdit: () => void;
};

function ContactRow({ customerId, contact, numbers, isEditable, onEdit }: ContactRowProps) {
  const t = useTranslations('customerCard');
  const words = useTranslations('customers');
  const { act, isPending } = useCardAct();
  const { id: contactId, name, position } = contact;
  const [first] = numbers;

  function remove() {
    const back = { customerId, contactId, details: { name, position }, numbers: numbers.map(({ e164 }) => e164) };
    const undo = () => act(() => addContact(back));
    act(
      () => dropContact({ customerId, contactId }),
      () => showMessage(t('contactRemoved', { name }), { label: words('undo'), onClick: undo }),
    );
  }

  return (
    <li className="flex min-h-8 shrink-0 items-center gap-1" aria-busy={isPending}>
      <span className="wrap-anywhere min-w-0 flex-1">
        <bdi className="block font-medium">{name}</bdi>
        {position && <bdi className="block text-muted text-xs">{position}</bdi>}
      </span>
      {isEditable && (
        <>
          <IconButton size="sm" name={t('changeContact', { name })} icon={<Pencil aria-hidden="true" />} onClick={onEdit} />
          <IconButton size="sm" name={t('removeContact', { name })} icon={<Trash2 aria-hidden="true" />} onClick={remove} />
        </>
      )}
      {first && (
        <CallButton
          size="sm"
          name={t('callContact', { name })}
          number={first.isCallable ? first.e164 : null}
          noNumberReason={words('noNumber')}
        />
      )}
    </li>
  );
}
