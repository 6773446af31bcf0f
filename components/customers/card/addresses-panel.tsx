import { useTranslations } from 'next-intl';
import type { EarlierAddress } from '@/lib/customers/types';
import { formatAddress } from '@/lib/deliveries/address';
import { Panel } from '../../deliveries/panel';

/** Where they have it brought, last used first. */
export function AddressesPanel({ addresses }: { addresses: EarlierAddress[] }) {
  const t = useTranslations('customers');

  return (
    <Panel title={t('addresses')}>
      {addresses.length === 0 ? (
        <p className="p-3 text-muted">{t('noAddresses')}</p>
      ) : (
        <ul className="flex flex-col gap-2 p-3">
          {addresses.map((address) => (
            <li key={address.id}>
              <bdi className="wrap-anywhere block">{[formatAddress(address), address.city].filter(Boolean).join(', ')}</bdi>
              {address.driverNote && <bdi className="wrap-anywhere block text-muted text-xs">{address.driverNote}</bdi>}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
