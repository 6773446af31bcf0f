'use client';

import { useTranslations } from 'next-intl';
import { type Connection, connectionOf } from '@/lib/softphone/callability';
import { useDesk } from './desk-context';
import { useSipNow } from './use-sip-desk';

const DOTS: Record<Connection, string> = {
  connected: 'bg-talking',
  connecting: 'bg-ringing-solid',
  notConnected: 'bg-missed',
};

/** The dot is the second hint, the word the first. */
export function PhoneStatus() {
  const t = useTranslations('phone');
  const { me, state } = useDesk();
  const connection = connectionOf({ ...state, sip: useSipNow(me.id) });

  return (
    <span role="status" aria-label={t('status')} className="flex items-center gap-2 whitespace-nowrap text-muted">
      <span aria-hidden="true" className={`size-2 rounded-full ${DOTS[connection]}`} />
      {t(`connection.${connection}`)}
    </span>
  );
}
