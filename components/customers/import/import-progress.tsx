'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { resumeStoppedImport, stopRunningImport } from '@/lib/customer-import/actions';
import type { Progress } from '@/lib/customer-import/queries';
import { useDeskRouter } from '../../live/use-desk-router';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { formatDuration } from '../../ui/formats';
import { ProgressBar } from '../../ui/progress-bar';
import { showError } from '../../ui/show-message';
import { STATE_TONES } from './import-list';
import { useProgress } from './use-progress';

type ImportProgressProps = { first: Progress; isResumable: boolean };

/** How far an import is, as it goes; and at its end, what it did. */
export function ImportProgress({ first, isResumable }: ImportProgressProps) {
  const t = useTranslations('customerImport');
  const refusals = useTranslations('refusals');
  const router = useDeskRouter();
  const { progress, linesPerSecond, isLost } = useProgress(first);
  const [isBusy, setBusy] = useState(false);
  const { id, state, totalLines, doneLines, addedCount, changedCount, refusedCount } = progress;
  const isRunning = state === 'waiting' || state === 'running';
  const secondsLeft = linesPerSecond ? Math.max(0, totalLines - doneLines) / linesPerSecond : null;

  async function act(action: (importId: string) => ReturnType<typeof stopRunningImport>) {
    setBusy(true);
    const answer = await action(id).catch(() => null);
    setBusy(false);
    if (!answer?.ok) showError(refusals(answer?.reason ?? 'unavailable'));
    router.refresh();
  }

  const counts = [
    ['added', addedCount],
    ['changed', changedCount],
    ['unchanged', Math.max(0, doneLines - addedCount - changedCount - refusedCount)],
    ['refusedLines', refusedCount],
  ] as const;

  return (
    <section aria-label={t('progress')} className="panel flex flex-col gap-4 p-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span role="status">
          <Chip tone={STATE_TONES[state]}>{t(`states.${state}`)}</Chip>
        </span>
        <p className="num">{t('lines', { done: doneLines, total: Math.max(totalLines, doneLines) })}</p>
        {state === 'running' && linesPerSecond !== null && (
          <p className="num text-muted">
            {t('speed', { lines: Math.round(linesPerSecond) })}
            {secondsLeft !== null && ` · ${t('timeLeft', { time: formatDuration(Math.ceil(secondsLeft)) })}`}
          </p>
        )}
        <span className="ms-auto flex gap-2">
          {isRunning && (
            <Button isPending={isBusy} onClick={() => void act(stopRunningImport)}>
              {t('stop')}
            </Button>
          )}
          {(state === 'stopped' || progress.problem === 'linesNotStored') && isResumable && (
            <Button intent="primary" isPending={isBusy} onClick={() => void act(resumeStoppedImport)}>
              {t('resume')}
            </Button>
          )}
        </span>
      </div>
      <ProgressBar
        label={t('progress')}
        share={state === 'done' ? 1 : totalLines > 0 ? doneLines / totalLines : 0}
        value={t('lines', { done: doneLines, total: Math.max(totalLines, doneLines) })}
      />
      {isRunning && <p className="text-muted">{isLost ? t('lost') : t('leaveHint')}</p>}
      {state === 'failed' && (
        <p role="alert" className="field-error">
          {t(`failures.${failureOf(progress.problem)}`)}
        </p>
      )}
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        {counts.map(([label, count]) => (
          <div key={label} className="flex flex-col">
            <dt className="text-muted text-xs">{t(label)}</dt>
            <dd className="num text-start! font-semibold text-lg">{t('count', { count })}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const FAILURES = ['tooManyLines', 'fileGone', 'settingsUnreadable', 'linesNotStored'] as const;

function failureOf(problem: string | null) {
  return FAILURES.find((each) => each === problem) ?? 'settingsUnreadable';
}
