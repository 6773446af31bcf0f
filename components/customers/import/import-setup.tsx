'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ActionResult } from '@/lib/action-result';
import { changeSettings, discardUploadedImport, startImport } from '@/lib/customer-import/actions';
import type { ImportPreview } from '@/lib/customer-import/preview';
import { type ImportSettings, settingsProblem } from '@/lib/customer-import/settings';
import type { OwnField } from '@/lib/customer-import/types';
import { useDeskRouter } from '../../live/use-desk-router';
import { Button } from '../../ui/button';
import { showError } from '../../ui/show-message';
import { PreviewTable } from './preview-table';
import { ReadingFields } from './reading-fields';

type ImportSetupProps = { importId: string; totalLines: number; own: OwnField[]; first: ImportPreview };

/** How the file is read and which column is what, with the first lines as they would be stored. */
export function ImportSetup({ importId, totalLines, own, first }: ImportSetupProps) {
  const t = useTranslations('customerImport');
  const refusals = useTranslations('refusals');
  const router = useDeskRouter();
  const [preview, setPreview] = useState(first);
  const [settings, setSettings] = useState<ImportSettings>(first.settings);
  const [isReading, setReading] = useState(false);
  const [isStarting, setStarting] = useState(false);
  const problem = settingsProblem(settings);
  const refusedCount = preview.lines.filter(({ verdict }) => verdict === 'refuse').length;

  function told<Data>(answer: ActionResult<Data> | null): answer is { ok: true; data: Data } {
    if (answer?.ok) return true;
    showError(refusals(answer?.reason ?? 'unavailable', answer?.values));
    return false;
  }

  async function change(changes: Partial<ImportSettings>) {
    const changed = { ...settings, ...changes };
    setSettings(changed);
    setReading(true);
    const guessesColumns = changes.columns === undefined && changes.known === undefined;
    const answer = await changeSettings({ importId, settings: toSettings(changed), guessesColumns }).catch(() => null);
    setReading(false);
    if (!told(answer)) return router.refresh();
    setPreview(answer.data);
    setSettings(answer.data.settings);
  }

  async function start() {
    setStarting(true);
    const answer = await startImport({ importId, settings: toSettings(settings) }).catch(() => null);
    setStarting(false);
    if (told(answer)) router.refresh();
  }

  async function discard() {
    const answer = await discardUploadedImport(importId).catch(() => null);
    if (told(answer)) router.push('/customers/import');
  }

  const isEmpty = preview.lines.length === 0;

  function whyNotYet(): string | null {
    if (problem) return t(`settingsProblems.${problem}`);
    if (isReading) return t('reading');
    return isEmpty ? t('noLines') : null;
  }

  return (
    <>
      <ReadingFields settings={settings} isReading={isReading} onChange={(changes) => void change(changes)} />
      {preview.garbledLine !== null && (
        <p role="alert" className="field-error">
          {t('garbledAt', { line: preview.garbledLine })}
        </p>
      )}
      {problem && (
        <p role="alert" className="field-error">
          {t(`settingsProblems.${problem}`)}
        </p>
      )}
      <PreviewTable
        preview={preview}
        columns={settings.columns}
        own={own}
        isReading={isReading}
        onColumns={(columns) => void change({ columns })}
      />
      <div className="sticky bottom-0 flex flex-wrap items-center gap-x-4 gap-y-2 border-border border-t bg-background py-3">
        <Button intent="primary" isPending={isStarting} disabledReason={whyNotYet()} onClick={() => void start()}>
          {t('start', { lines: totalLines - (settings.hasHeader ? 1 : 0) })}
        </Button>
        <Button onClick={() => void discard()}>{t('discard')}</Button>
        <p className="text-muted" role="status">
          {isReading
            ? t('reading')
            : isEmpty
              ? t('noLines')
              : t('outlook', { shown: preview.lines.length, refused: refusedCount })}
        </p>
      </div>
    </>
  );
}

function toSettings({ encoding, delimiter, hasHeader, columns, known }: ImportSettings): ImportSettings {
  return { encoding, delimiter, hasHeader, columns, known };
}
