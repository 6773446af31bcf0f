'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { assignDriver } from '@/lib/deliveries/act-actions';
import type { AssignedDriver } from '@/lib/deliveries/delivery-queries';
import type { AssignableDriver } from '@/lib/drivers/assignable';
import { CallButton } from '../../softphone/call-button';
import { OpenInDialer } from '../../softphone/open-in-dialer';
import { Select } from '../../ui/select';
import { showError } from '../../ui/show-message';
import { Panel } from '../panel';
import { useEditor } from './editor-context';
import { useDrivers } from './use-drivers';

type DriverPanelProps = { driver: AssignedDriver | null; drivers: AssignableDriver[] };

/** Who brings it, and a call to them (S0.18). */
export function DriverPanel({ driver, drivers }: DriverPanelProps) {
  const t = useTranslations('delivery');
  const { keeper, isReadOnly } = useEditor();
  const noNumberReason = driver ? t('driverNoNumber') : t('noDriverReason');

  return (
    <Panel title={t('driver')}>
      <div className="flex items-start justify-between gap-2 p-3">
        {isReadOnly ? (
          <bdi className={`wrap-anywhere min-w-0 ${driver ? 'font-medium' : 'text-muted'}`}>{driver?.name ?? t('noDriver')}</bdi>
        ) : (
          <DriverChoice driver={driver} initial={drivers} />
        )}
        <span className="flex items-center gap-1">
          <OpenInDialer number={driver?.e164} />
          <CallButton
            name={t('callDriver')}
            number={driver?.e164 ?? null}
            noNumberReason={noNumberReason}
            deliveryId={keeper.id()}
          />
        </span>
      </div>
    </Panel>
  );
}

function DriverChoice({ driver, initial }: { driver: AssignedDriver | null; initial: AssignableDriver[] }) {
  const t = useTranslations('deliveryCard.driver');
  const words = useTranslations('delivery');
  const refusals = useTranslations('refusals');
  const { keeper, refresh } = useEditor();
  const drivers = useDrivers(initial);
  const [choosing, setChoosing] = useState<string | null>(null);
  const listed = drivers.find((each) => each.id === driver?.id);

  async function choose(driverId: string) {
    setChoosing(driverId);
    const result = await assignDriver({ deliveryId: keeper.id(), driverId: driverId || null }).catch(() => null);
    if (result?.ok) await refresh();
    else showError(refusals(result?.reason ?? 'unavailable'));
    setChoosing(null);
  }

  return (
    <div className="flex min-w-0 flex-1 flex-col gap-1">
      <Select
        aria-label={t('assign')}
        value={choosing ?? driver?.id ?? ''}
        disabled={choosing !== null}
        onChange={(event) => void choose(event.target.value)}
        className="min-w-0"
      >
        <option value="">{words('noDriver')}</option>
        {driver && !listed && <option value={driver.id}>{driver.name}</option>}
        <DriverOptions label={t('onShift')} drivers={drivers.filter((each) => each.isOnShift)} />
        <DriverOptions label={t('offShift')} drivers={drivers.filter((each) => !each.isOnShift)} />
      </Select>
      {listed && <p className="text-muted text-xs">{t('onBoard', { count: listed.onBoard })}</p>}
    </div>
  );
}

function DriverOptions({ label, drivers }: { label: string; drivers: AssignableDriver[] }) {
  const t = useTranslations('deliveryCard.driver');
  if (drivers.length === 0) return null;

  return (
    <optgroup label={label}>
      {drivers.map(({ id, name, onBoard }) => (
        <option key={id} value={id}>
          {t('option', { name, count: onBoard })}
        </option>
      ))}
    </optgroup>
  );
}
