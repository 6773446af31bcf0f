'use client';

import { Bell, BellOff, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button } from '../ui/button';
import { IconButton } from '../ui/icon-button';
import { askForNotices, type NoticePermission } from './notice-permission';
import { TurnOnSound } from './turn-on-sound';
import { useNoticePermission } from './use-notice-permission';
import { useIsRungElsewhere } from './use-ring-turn';
import { useSoundAllowed } from './use-sound-allowed';

const KEY = 'offhook-notice-hint-closed';

/** What is worth settling at the beginning of a shift, before the first call: sound, and calls on the desktop (S4.13). */
export function IdleOffers() {
  const t = useTranslations('notification');
  const isSoundAllowed = useSoundAllowed();
  const isRungElsewhere = useIsRungElsewhere(!isSoundAllowed);
  const permission = useNoticePermission();
  const [closed, setClosed] = useState(closedHint);

  function close() {
    setClosed(permission);
    try {
      localStorage.setItem(KEY, permission);
    } catch {
      // Then it is shown again next time.
    }
  }

  return (
    <>
      {!isSoundAllowed && !isRungElsewhere && (
        <Offer>
          <p className="mb-2 text-muted">{t('soundHint')}</p>
          <TurnOnSound />
        </Offer>
      )}
      {hasHint(permission) && closed !== permission && (
        <Offer>
          <div className="flex items-start gap-2">
            <p className="min-w-0 flex-1 text-muted">
              {permission === 'denied' && <BellOff aria-hidden="true" className="me-1.5 inline size-3.5 text-ringing" />}
              {t(`hint.${permission}`)}
            </p>
            <IconButton
              name={t('closeHint')}
              icon={<X aria-hidden="true" />}
              size="sm"
              className="-mt-1 -me-1.5"
              onClick={close}
            />
          </div>
          {permission === 'default' && (
            <Button size="sm" className="mt-2" icon={<Bell aria-hidden="true" />} onClick={() => void askForNotices()}>
              {t('show')}
            </Button>
          )}
        </Offer>
      )}
    </>
  );
}

function Offer({ children }: { children: ReactNode }) {
  return <div className="mt-4 rounded-md bg-surface-secondary p-3">{children}</div>;
}

function hasHint(permission: NoticePermission): permission is 'default' | 'denied' {
  return permission === 'default' || permission === 'denied';
}

/** What was permitted when the hint was closed: one that was closed as an offer comes back once it is a refusal. */
function closedHint(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
