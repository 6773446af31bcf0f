'use client';

import { CircleCheck, CircleX, LoaderCircle, PlugZap } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useRef, useState } from 'react';
import type { ActionResult } from '@/lib/action-result';
import type { ConnectionTest as Outcome } from '@/lib/asterisk/connection-test-types';
import { testConnection } from '@/lib/pbx-connections/actions';
import { Button } from '../../ui/button';
import { type ServerDraft, toServer } from './connection-draft';
import { useProblem } from './use-problem';

type TestProps = {
  connectionId: string | null;
  draft: ServerDraft;
  /** Sends it as the form is sent: what is not filled in right is said at its field. */
  submit: (form: HTMLElement | null, act: () => Promise<ActionResult<Outcome>>) => Promise<{ data: Outcome } | null>;
};

type Shown = { of: ServerDraft; outcome: Outcome };

/** Tries what stands in the form, saved or not, and says what came of it. What was tried before an edit says nothing any more. */
export function ConnectionTest({ connectionId, draft, submit }: TestProps) {
  const t = useTranslations('pbx');
  const titleId = useId();
  const place = useRef<HTMLElement>(null);
  const [isTrying, setTrying] = useState(false);
  const [shown, setShown] = useState<Shown | null>(null);
  const outcome = shown?.of === draft && !isTrying ? shown.outcome : null;

  async function test() {
    if (isTrying) return;
    setTrying(true);
    setShown(null);
    const form = place.current?.closest('form') ?? null;
    const answer = await submit(form, () => testConnection({ connectionId, server: toServer(draft) }));
    setTrying(false);
    if (answer) setShown({ of: draft, outcome: answer.data });
  }

  return (
    <section ref={place} aria-labelledby={titleId} className="flex flex-col gap-2 rounded-lg bg-surface-secondary p-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <div className="min-w-0">
          <h3 id={titleId} className="font-medium">
            {t('test')}
          </h3>
          <p className="text-muted text-xs">{t('testHint')}</p>
        </div>
        <Button isPending={isTrying} icon={<PlugZap aria-hidden="true" />} onClick={test}>
          {t('testConnection')}
        </Button>
      </div>
      <div role="status" className="empty:hidden">
        {isTrying && (
          <p className="flex items-center gap-2 text-muted">
            <LoaderCircle aria-hidden="true" className="size-4 shrink-0 motion-safe:animate-spin" />
            {t('testing')}
          </p>
        )}
        {outcome && <Result outcome={outcome} />}
      </div>
    </section>
  );
}

function Result({ outcome }: { outcome: Outcome }) {
  const t = useTranslations('pbx');
  const said = useProblem();

  if (!outcome.ok) {
    return (
      <p className="wrap-anywhere flex items-start gap-2 text-missed">
        <CircleX aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
        {said(outcome.problem, outcome.values)}
      </p>
    );
  }
  const { version, endpoints, registered } = outcome.facts;
  return (
    <p className="wrap-anywhere flex items-start gap-2">
      <CircleCheck aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-talking" />
      {t('testDone', { version, endpoints, registered })}
    </p>
  );
}
