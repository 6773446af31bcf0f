'use client';

import { useTranslations } from 'next-intl';
import { Panel } from '../panel';
import { ContentField } from './content-field';
import { useCustomer } from './customer-context';
import { EarlierAddresses } from './earlier-addresses';
import { useContent, useEditor } from './editor-context';
import { useSendProblem } from './use-send-problem';

export function AddressPanel() {
  const t = useTranslations('delivery');
  const { isReadOnly } = useEditor();
  const noStreet = useSendProblem('street');
  const isPickUp = useContent('fulfilment') === 'pick_up';
  const earlier = useCustomer().customer?.addresses ?? [];
  if (isPickUp) return null;

  return (
    <div className="relative">
      <Panel title={t('address')} aside={!isReadOnly && earlier.length > 0 && <EarlierAddresses addresses={earlier} />}>
        <div className="grid grid-cols-6 gap-3 p-3">
          <ContentField field="street" label={t('street')} error={noStreet} className="col-span-4" />
          <ContentField field="flat" label={t('flat')} className="col-span-2" />
          <ContentField field="district" label={t('district')} className="col-span-3" />
          <ContentField field="city" label={t('city')} className="col-span-3" />
          <ContentField field="driverNote" label={t('driverNote')} className="col-span-6" />
        </div>
      </Panel>
    </div>
  );
}
