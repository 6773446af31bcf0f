'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { changeCardFacts, readCurrentFacts } from '@/lib/caller-card/actions';
import { CARD_FACTS, type CardFact } from '@/lib/caller-card/facts';
import { Button } from '../../ui/button';
import { showError, showMessage } from '../../ui/show-message';
import { CardPreview } from './card-preview';
import { factsOf, rowsOf } from './fact-list';
import { FactRows } from './fact-rows';

type CardSettingsProps = { stored: CardFact[]; today: string };

/** What the caller card shows, and in which order (S1.2). What was arranged stays, whatever is answered. */
export function CardSettings({ stored, today }: CardSettingsProps) {
  const t = useTranslations('cardSettings');
  const refusals = useTranslations('refusals');
  const [saved, setSaved] = useState(stored);
  const [rows, setRows] = useState(() => rowsOf(stored));
  const [isPending, setPending] = useState(false);
  const facts = factsOf(rows);
  const isChanged = facts.join() !== saved.join();

  function show(shown: CardFact[]) {
    setSaved(shown);
    setRows(rowsOf(shown));
  }

  async function takeTheirs() {
    const answer = await readCurrentFacts().catch(() => null);
    if (answer?.ok) show(answer.data);
    else showError(refusals(answer?.reason ?? 'unavailable'));
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    setPending(true);
    const answer = await changeCardFacts({ from: saved, to: facts }).catch(() => null);
    setPending(false);
    if (answer?.ok) {
      setSaved(facts);
      showMessage(t('saved'));
    } else if (answer?.reason === 'conflict')
      showError(t('conflict'), { label: t('takeTheirs'), onClick: () => void takeTheirs() });
    else showError(refusals(answer?.reason ?? 'unavailable'));
  }

  return (
    <form onSubmit={save} className="flex min-h-[calc(100%-2.5rem)] flex-col">
      <div className="flex-1 p-4">
        <h1 className="font-semibold text-lg">{t('title')}</h1>
        <h2 className="mt-4 font-semibold">{t('section')}</h2>
        <p className="mt-1 max-w-prose text-muted">{t('hint')}</p>
        <div className="mt-4 flex flex-wrap items-start gap-x-8 gap-y-6">
          <div className="min-w-72 max-w-lg flex-1">
            <FactRows rows={rows} onChange={setRows} />
            <Button
              className="mt-3"
              disabledReason={facts.join() === CARD_FACTS.join() ? t('nothingChanged') : null}
              onClick={() => setRows(rowsOf(CARD_FACTS))}
            >
              {t('standard')}
            </Button>
          </div>
          <CardPreview facts={facts} today={today} />
        </div>
      </div>
      <div className="sticky bottom-0 z-2 flex min-h-14 items-center justify-end gap-2 border-border border-t bg-surface px-4">
        {isChanged && <Button onClick={() => setRows(rowsOf(saved))}>{t('back')}</Button>}
        <Button type="submit" intent="primary" isPending={isPending} disabledReason={isChanged ? null : t('nothingChanged')}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
