'use client';

import { KeyRound, Send } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, startTransition, useState } from 'react';
import type { ActionResult } from '@/lib/action-result';
import { rotateTillSecret, sendTillTest, setTill } from '@/lib/tills/actions';
import type { TillCard } from '@/lib/tills/queries';
import { useDeskRouter } from '../../live/use-desk-router';
import { Button } from '../../ui/button';
import { CheckField } from '../../ui/check-field';
import { TextField } from '../../ui/field';
import { FormSection } from '../../ui/form-section';
import { Moment } from '../../ui/moment';
import { showError, showMessage } from '../../ui/show-message';
import { NewSecret } from '../new-secret';
import { useFieldErrors } from '../use-field-errors';

type TillProps = { pointOfSaleId: string; actsUrl: string; webhook: TillCard['webhook'] };

/** Where the till listens, and the secret that both sides sign with. */
export function TillForm({ pointOfSaleId, actsUrl, webhook }: TillProps) {
  const t = useTranslations('pointsOfSale');
  const refusals = useTranslations('refusals');
  const router = useDeskRouter();
  const [url, setUrl] = useState(webhook?.url ?? '');
  // Only what was pressed here: a till that answers 410 switches itself off meanwhile, and saving its address leaves it so.
  const [pressed, setPressed] = useState<boolean>();
  const [secret, setSecret] = useState<string | null>(null);
  const [isPending, setIsPending] = useState(false);
  const errors = useFieldErrors('pointsOfSale.problems');

  async function run<Data>(act: () => Promise<ActionResult<Data>>, done: (data: Data) => void) {
    setIsPending(true);
    const answer = await act().catch(() => null);
    setIsPending(false);
    if (!answer?.ok) {
      if (answer?.fields) return errors.show(answer.fields);
      return showError(refusals(answer?.reason ?? 'unavailable'));
    }
    errors.show({});
    // Together with what is asked for anew: nothing that was pressed falls back in between.
    startTransition(async () => {
      done(answer.data);
      await router.refresh();
    });
  }

  function save(event: FormEvent) {
    event.preventDefault();
    return run(
      () => setTill({ pointOfSaleId, url, isEnabled: pressed }),
      (made) => {
        if (made) setSecret(made);
        setPressed(undefined);
        showMessage(t('saved'));
      },
    );
  }

  return (
    <>
      <FormSection title={t('tillAddress')} hint={t('tillAddressHint')}>
        <form onSubmit={save} noValidate className="flex flex-col gap-4">
          <TextField
            label={t('url')}
            type="url"
            value={url}
            placeholder="https://till.example.com/offhook"
            autoComplete="off"
            hint={t('urlHint')}
            error={errors.of('url')}
            onChange={(event) => {
              setUrl(event.target.value);
              errors.forget(['url']);
            }}
          />
          <CheckField
            label={t('isEnabled')}
            hint={t('isEnabledHint')}
            checked={pressed ?? webhook?.isEnabled ?? true}
            onChange={(event) => setPressed(event.target.checked)}
          />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" intent="primary" isPending={isPending}>
              {t('save')}
            </Button>
            {webhook && (
              <Button
                isPending={isPending}
                disabledReason={webhook.isEnabled ? null : t('switchedOff')}
                icon={<Send aria-hidden="true" />}
                onClick={() =>
                  run(
                    () => sendTillTest({ pointOfSaleId }),
                    () => showMessage(t('testSent')),
                  )
                }
              >
                {t('sendTest')}
              </Button>
            )}
          </div>
        </form>
      </FormSection>
      {(webhook || secret) && (
        <FormSection title={t('secret')} hint={t('secretHint')}>
          {secret ? (
            <NewSecret secret={secret} onDone={() => setSecret(null)} />
          ) : (
            <div className="flex flex-wrap items-center gap-3">
              <span className="text-muted">{t('secretKept')}</span>
              <Button
                isPending={isPending}
                disabledReason={webhook?.oldSecretUntil ? t('rotatedLately') : null}
                icon={<KeyRound aria-hidden="true" />}
                onClick={() => run(() => rotateTillSecret({ pointOfSaleId }), setSecret)}
              >
                {t('rotate')}
              </Button>
            </div>
          )}
          {webhook?.oldSecretUntil && (
            <p className="text-muted text-xs">
              {t('oldSecretUntil')} <Moment at={webhook.oldSecretUntil} />
            </p>
          )}
          <TextField
            label={t('actsUrl')}
            value={actsUrl}
            readOnly
            hint={t('actsUrlHint')}
            onFocus={(event) => event.target.select()}
          />
        </FormSection>
      )}
    </>
  );
}
