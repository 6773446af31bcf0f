'use client';

import { useTranslations } from 'next-intl';
import type { CardFact } from '@/lib/caller-card/facts';
import { callerOf } from '../../calls/caller';
import { CallerFacts } from '../../calls/caller-facts';
import { StateStrip } from '../../calls/state-strip';
import { sampleCall, sampleOperator } from './sample-call';

/** The card as it rings, with somebody of whom everything is known. It is only looked at. */
export function CardPreview({ facts, today }: { facts: readonly CardFact[]; today: string }) {
  const t = useTranslations('cardSettings');
  const word = (key: Parameters<Parameters<typeof sampleCall>[0]>[0]) => t(`sample.${key}`);
  const call = sampleCall(word, today);

  return (
    <section aria-label={t('preview')} className="w-(--dock-width) max-w-full">
      <h3 className="font-semibold">{t('preview')}</h3>
      <p className="mt-1 mb-3 text-muted">{t('previewHint')}</p>
      <div inert className="panel overflow-hidden">
        <StateStrip phase="ringing" end={call.line?.name} />
        <div className="p-4">
          <CallerFacts
            call={call}
            caller={callerOf(call)}
            facts={facts}
            operator={sampleOperator(word)}
            isHeaded={false}
            isUp={false}
          />
        </div>
      </div>
    </section>
  );
}
