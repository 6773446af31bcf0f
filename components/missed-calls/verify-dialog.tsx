'use client';

import { Database, LoaderCircle, RotateCw, ShieldAlert, ShieldCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { ActionResult } from '@/lib/action-result';
import { type Ledgers, readLedgers, verifyLedger } from '@/lib/missed-calls/verify-actions';
import type { ChainVerdict } from '@/lib/missed-calls/verify-queries';
import { Button } from '../ui/button';
import { ModalDialog } from '../ui/modal-dialog';
import { Moment } from '../ui/moment';

type Verdicts = ReadonlyMap<string, ActionResult<ChainVerdict>>;

/** Follows the ledger of each line, one after the other, and says of each that it is whole or where it is broken. */
export function VerifyDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('missedCalls.verification');
  const refusals = useTranslations('refusals');
  const { ledgers, verdicts, again } = useVerification();
  const chains = ledgers?.ok ? ledgers.data.chains : [];
  const isDone = ledgers?.ok === true && chains.every((chain) => verdicts.has(chain.id));

  return (
    <ModalDialog title={t('title')} onClose={onClose}>
      <div className="flex flex-col gap-3">
        <p className="text-muted">{t('hint')}</p>
        {ledgers && !ledgers.ok && <p className="text-missed">{refusals(ledgers.reason)}</p>}
        <p role="status">{summary()}</p>
        {chains.length > 0 && (
          <ul aria-label={t('ledgers')} className="panel divide-y divide-separator">
            {chains.map(({ id, line, connection }) => (
              <li key={id} className="flex items-start gap-3 px-3 py-2">
                <LedgerVerdict verdict={verdicts.get(id)} />
                <div className="min-w-0">
                  <bdi className="block truncate font-medium">
                    {line?.name ?? (connection ? t('noLine', { connection: connection.name }) : t('gone'))}
                  </bdi>
                  <VerdictInWords verdict={verdicts.get(id)} />
                </div>
              </li>
            ))}
          </ul>
        )}
        {ledgers?.ok && (
          <p className="flex items-start gap-2 text-muted text-xs">
            <Database aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
            {ledgers.data.isAppendOnly ? t('appendOnly') : t('notAppendOnly')}
          </p>
        )}
        <span>
          <Button size="sm" icon={<RotateCw aria-hidden="true" />} disabledReason={isDone ? null : t('waits')} onClick={again}>
            {t('again')}
          </Button>
        </span>
      </div>
    </ModalDialog>
  );

  function summary(): string {
    if (!isDone) return ledgers && !ledgers.ok ? '' : t('running', { done: verdicts.size, all: chains.length });
    if (chains.length === 0) return t('nothing');
    const broken = chains.filter(({ id }) => !isWhole(verdicts.get(id))).length;
    return broken > 0 ? t('broken', { count: broken }) : t('whole');
  }
}

function useVerification(): { ledgers: ActionResult<Ledgers> | null; verdicts: Verdicts; again: () => void } {
  const [round, setRound] = useState(0);
  const [ledgers, setLedgers] = useState<ActionResult<Ledgers> | null>(null);
  const [verdicts, setVerdicts] = useState<Verdicts>(new Map());

  useEffect(() => {
    let isWanted = true;
    const unavailable = { ok: false, reason: 'unavailable' } as const;

    async function verifyAll() {
      const read = await readLedgers().catch(() => unavailable);
      if (!isWanted) return;
      setLedgers(read);
      for (const { id } of read.ok ? read.data.chains : []) {
        const verdict = await verifyLedger({ chainId: id }).catch(() => unavailable);
        if (!isWanted) return;
        setVerdicts((before) => new Map(before).set(id, verdict));
      }
    }
    void verifyAll();
    return () => {
      isWanted = false;
    };
  }, [round]);

  function again() {
    setVerdicts(new Map());
    setRound(round + 1);
  }

  return { ledgers, verdicts, again };
}

function isWhole(verdict: ActionResult<ChainVerdict> | undefined): boolean {
  return verdict?.ok === true && verdict.data.verdict.ok;
}

function LedgerVerdict({ verdict }: { verdict: ActionResult<ChainVerdict> | undefined }) {
  if (!verdict) return <LoaderCircle aria-hidden="true" className="mt-0.5 size-4 shrink-0 animate-spin text-subtle" />;
  if (isWhole(verdict)) return <ShieldCheck aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-talking" />;
  return <ShieldAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-missed" />;
}

function VerdictInWords({ verdict: answer }: { verdict: ActionResult<ChainVerdict> | undefined }) {
  const t = useTranslations('missedCalls.verification');
  const refusals = useTranslations('refusals');
  if (!answer) return <span className="text-muted text-xs">{t('waits')}</span>;
  if (!answer.ok) return <span className="text-missed text-xs">{refusals(answer.reason)}</span>;

  const { verdict, anchors, lastAnchorAt } = answer.data;
  return (
    <span className="block text-muted text-xs">
      {verdict.ok ? (
        t('links', { count: verdict.links })
      ) : (
        <strong className="font-medium text-missed">{t(`fault.${verdict.fault}`, { seq: verdict.seq })}</strong>
      )}{' '}
      {t('anchors', { count: anchors })}
      {lastAnchorAt && (
        <>
          {' '}
          {t('lastAnchor')} <Moment at={lastAnchorAt} as="time" />
        </>
      )}
    </span>
  );
}
