'use client';

import { Bell, BellOff, CircleCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { askForNotices, type NoticePermission } from '../softphone/notice-permission';
import { useNoticePermission } from '../softphone/use-notice-permission';
import { Button } from '../ui/button';

const ICONS: Record<NoticePermission, typeof Bell> = {
  default: Bell,
  granted: CircleCheck,
  denied: BellOff,
  unsupported: BellOff,
};

/** Whether a call shows on the desktop while the tab is hidden, in words, and how to change it (S4.13). */
export function DesktopCalls() {
  const t = useTranslations('notification');
  const permission = useNoticePermission();
  const Icon = ICONS[permission];

  return (
    <div className="flex flex-col items-start gap-3">
      <p role="status" className="flex items-start gap-2">
        <Icon
          aria-hidden="true"
          className={`mt-0.5 size-4 shrink-0 ${permission === 'granted' ? 'text-talking' : 'text-muted'}`}
        />
        {t(`state.${permission}`)}
      </p>
      {permission === 'default' && (
        <Button icon={<Bell aria-hidden="true" />} onClick={() => void askForNotices()}>
          {t('show')}
        </Button>
      )}
    </div>
  );
}
