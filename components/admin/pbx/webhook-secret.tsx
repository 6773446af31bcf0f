'use client';

import { KeyRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { startTransition, useState } from 'react';
import { rotateConnectionSecret } from '@/lib/pbx-connections/actions';
import { useDeskRouter } from '../../live/use-desk-router';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { FormSection } from '../../ui/form-section';
import { Moment } from '../../ui/moment';
import { showError } from '../../ui/show-message';
import { NewSecret } from '../new-secret';

type SecretProps = { connectionId: string; url: string; oldSecretUntil: string | null; isRotatable: boolean };

/** Where the PBX posts its events, and the secret that it signs them with. */
export function WebhookSecret({ connectionId, url, oldSecretUntil, isRotatable }: SecretProps) {
  const t = useTranslations('pbx');
  const refusals = useTranslations('refusals');
  const router = useDeskRouter();
  const [secret, setSecret] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);

  async function rotate() {
    setPending(true);
    const answer = await rotateConnectionSecret({ connectionId }).catch(() => null);
    setPending(false);
    if (!answer?.ok) return showError(refusals(answer?.reason ?? 'unavailable'));
    startTransition(async () => {
      setSecret(answer.data);
      await router.refresh();
    });
  }

  return (
    <FormSection title={t('webhook')} hint={t('webhookHint')}>
      <TextField label={t('url')} value={url} readOnly hint={t('urlHint')} onFocus={(event) => event.target.select()} />
      {isRotatable &&
        (secret ? (
          <NewSecret secret={secret} onDone={() => setSecret(null)} />
        ) : (
          <div className="flex flex-wrap items-center gap-3">
            <span className="text-muted">{t('secretStored')}</span>
            <Button
              isPending={isPending}
              disabledReason={oldSecretUntil ? t('rotatedLately') : null}
              icon={<KeyRound aria-hidden="true" />}
              onClick={rotate}
            >
              {t('rotate')}
            </Button>
          </div>
        ))}
      {oldSecretUntil && (
        <p className="text-muted text-xs">
          {t('oldSecretUntil')} <Moment at={oldSecretUntil} />
        </p>
      )}
    </FormSection>
  );
}
