'use client';

import { useTranslations } from 'next-intl';
import type { EarlierAddress } from '@/lib/customers/queries';
import { Select } from '../../ui/select';
import { Panel } from '../panel';
import { ContentField } from './content-field';
import { useContent, useEditor } from './editor-context';
import { useSendProblem } from './use-send-problem';

export function AddressPanel({ earlier }: { earlier: EarlierAddress[] }) {
  const t = useTranslations('delivery');
  const noStreet = useSendProblem('street');
  const isPickUp = useContent('fulfilment') === 'pick_up';
  if (isPickUp) return null;

  return (
    <Panel title={t('address')} aside={earlier.length > 0 && <EarlierAddresses addresses={earlier} />}>
      <div className="grid grid-cols-6 gap-3 p-3">
        <ContentField field="street" label={t('street')} error={noStreet} className="col-span-4" />
        <ContentField field="flat" label={t('flat')} className="col-span-2" />
        <ContentField field="district" label={t('district')} className="col-span-3" />
        <ContentField field="city" label={t('city')} className="col-span-3" />
        <ContentField field="driverNote" label={t('driverNote')} className="col-span-6" />
      </div>
    </Panel>
  );
}

/** Choosing one fills the fields; it is a choice to take over, not a state, so the list goes back to its first entry. */
function EarlierAddresses({ addresses }: { addresses: EarlierAddress[] }) {
  const t = useTranslations('delivery');
  const { keeper, isReadOnly } = useEditor();
  if (isReadOnly) return null;

  function take(id: string) {
    const chosen = addresses.find((address) => address.id === id);
    if (!chosen) return;
    const { id: _, ...address } = chosen;
    keeper.edit(address);
    void keeper.flush();
  }

  return (
    <Select
      aria-label={t('earlierAddresses')}
      value=""
      onChange={(event) => take(event.target.value)}
      className="filters w-40 [&_select]:h-7! [&_select]:min-h-7!"
    >
      <option value="">{t('earlierCount', { count: addresses.length })}</option>
      {addresses.map((address) => (
        <option key={address.id} value={address.id}>
          {[address.street, address.flat, address.district, address.city].filter(Boolean).join(', ')}
        </option>
      ))}
    </Select>
  );
}
