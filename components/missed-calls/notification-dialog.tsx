'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { ActionResult } from '@/lib/action-result';
import { type MailSwitch, readMailSettings, switchMail } from '@/lib/mail/actions';
import { Button } from '../ui/button';
import { CheckField } from '../ui/check-field';
import { ModalDialog } from '../ui/modal-dialog';
import { showError, showMessage } from '../ui/show-message';

/** Is stored as it is ticked. */
export function NotificationDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('missedCallMail');
  const refusals = useTranslations('refusals');
  const [answer, setAnswer] = useState<ActionResult<MailSwitch> | null>(null);

  useEffect(() => {
    let isWanted = true;
    readMailSettings()
      .catch((): ActionResult<MailSwitch> => ({ ok: false, reason: 'unavailable' }))
      .then((read) => isWanted && setAnswer(read));
    return () => {
      isWanted = false;
    };
  }, []);

  async function change(settings: MailSwitch, isOn: boolean) {
    setAnswer({ ok: true, data: { ...settings, isOn } });
    const stored = await switchMail({ isOn }).catch(() => null);
    if (stored?.ok) return showMessage(t('saved'));
    setAnswer({ ok: true, data: settings });
    showError(refusals(stored?.reason ?? 'unavailable'));
  }

  return (
    <ModalDialog title={t('settings')} onClose={onClose} footer={<Button onClick={onClose}>{t('close')}</Button>}>
      {!answer && <p className="text-muted">{t('loading')}</p>}
      {answer && !answer.ok && <p className="text-missed">{refusals(answer.reason)}</p>}
      {answer?.ok && (
        <div className="flex flex-col gap-3">
          <CheckField
            label={t('mail')}
            hint={t('mailHint', { email: answer.data.email })}
            checked={answer.data.isOn}
            onChange={({ target }) => void change(answer.data, target.checked)}
          />
          {!answer.data.isSetUp && (
            <p role="status" className="rounded-md bg-ringing-soft px-3 py-2 text-ringing">
              {t('notSetUp')}
            </p>
          )}
        </div>
      )}
    </ModalDialog>
  );
}
