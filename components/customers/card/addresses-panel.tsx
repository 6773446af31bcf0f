'use client';

import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { addAddress, changeAddress, dropAddress } from '@/lib/customers/address-actions';
import type { CustomerAddress } from '@/lib/customers/card-queries';
import { formatAddress } from '@/lib/deliveries/address';
import { newId } from '@/lib/new-id';
import { Panel } from '../../deliveries/panel';
import { Button } from '../../ui/button';
import { IconButton } from '../../ui/icon-button';
import { showMessage } from '../../ui/show-message';
import { AddressForm } from './address-form';
import { useCardAct } from './use-card-act';

type AddressesPanelProps = { customerId: string; addresses: CustomerAddress[]; isEditable: boolean };

const blank = { street: '', flat: '', district: '', city: '', driverNote: '' };

/** Where they have it brought, last used first: what is here is offered for their deliveries. */
export function AddressesPanel({ customerId, addresses, isEditable }: AddressesPanelProps) {
  const t = useTranslations('customers');
  const card = useTranslations('customerCard');
  const [openId, setOpenId] = useState<string | null>(null);
  const [newAddressId, setNewAddressId] = useState(newId);
  const isAdding = openId === newAddressId;
  const close = () => setOpenId(null);

  return (
    <Panel
      title={t('addresses')}
      aside={
        isEditable &&
        !isAdding && (
          <Button size="sm" intent="ghost" icon={<Plus aria-hidden="true" />} onClick={() => setOpenId(newAddressId)}>
            {card('addAddress')}
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-2 p-3">
        {addresses.length === 0 && !isAdding && <p className="text-muted">{t('noAddresses')}</p>}
        <ul aria-label={t('addresses')} className="flex max-h-112 flex-col gap-2 overflow-y-auto empty:hidden">
          {addresses.map((address) =>
            address.id === openId ? (
              <li key={address.id}>
                <AddressForm
                  label={card('changeAddress', { address: formatAddress(address) })}
                  initial={address}
                  onSave={(from, to) => changeAddress({ customerId, addressId: address.id, from, to })}
                  onClose={close}
                />
              </li>
            ) : (
              <AddressRow
                key={address.id}
                customerId={customerId}
                address={address}
                isEditable={isEditable}
                onEdit={() => setOpenId(address.id)}
              />
            ),
          )}
        </ul>
        {isAdding && (
          <AddressForm
            label={card('addAddress')}
            initial={blank}
            onSave={(_, place) => addAddress({ customerId, addressId: newAddressId, place })}
            onClose={() => {
              close();
              setNewAddressId(newId());
            }}
          />
        )}
      </div>
    </Panel>
  );
}

type AddressRowProps = { customerId: string; address: CustomerAddress; isEditable: boolean; onEdit: () => void };

function AddressRow({ customerId, address, isEditable, onEdit }: AddressRowProps) {
  const t = useTranslations('customerCard');
  const words = useTranslations('customers');
  const { act, isPending } = useCardAct();
  const { id: addressId, lastUsedAt, ...place } = address;
  const written = formatAddress(address);

  function remove() {
    const back = { customerId, addressId, place, lastUsedAt: new Date(lastUsedAt).toISOString() };
    const undo = () => act(() => addAddress(back));
    act(
      () => dropAddress({ customerId, addressId }),
      () => showMessage(t('addressRemoved', { address: written }), { label: words('undo'), onClick: undo }),
    );
  }

  return (
    <li className="flex min-h-8 shrink-0 items-center gap-1" aria-busy={isPending}>
      <span className="wrap-anywhere min-w-0 flex-1">
        <bdi className="block">{[written, address.city].filter(Boolean).join(', ')}</bdi>
        {address.driverNote && <bdi className="block text-muted text-xs">{address.driverNote}</bdi>}
      </span>
      {isEditable && (
        <>
          <IconButton
            size="sm"
            name={t('changeAddress', { address: written })}
            icon={<Pencil aria-hidden="true" />}
            onClick={onEdit}
          />
          <IconButton
            size="sm"
            name={t('removeAddress', { address: written })}
            icon={<Trash2 aria-hidden="true" />}
            onClick={remove}
          />
        </>
      )}
    </li>
  );
}
