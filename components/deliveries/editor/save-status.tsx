'use client';

import { Check, CloudOff, LoaderCircle } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Refusal } from '@/lib/action-result';
import { useFormats } from '../../ui/organisation';
import type { SaveStatus } from './draft-keeper';
import { useEdited } from './editor-context';

const LINE_FAULTS = ['productUnknown', 'totalTooLarge', 'tooManyLines'] as const;

/** Whether what is on the screen is safe, in words. */
export function SaveStatusLine() {
  const status = useEdited((snapshot) => snapshot.status);
  const isDraft = useEdited(({ editing }) => (editing.saved?.status ?? 'draft') === 'draft');

  return (
    <p
      role="status"
      className="flex min-w-0 items-center gap-1.5 text-muted text-xs max-sm:order-3 max-sm:empty:hidden max-sm:w-full"
    >
      <StatusWords status={status} isDraft={isDraft} />
    </p>
  );
}

function StatusWords({ status, isDraft }: { status: SaveStatus; isDraft: boolean }) {
  const t = useTranslations('delivery.saving');
  const { time } = useFormats();

  switch (status.kind) {
    case 'untouched':
    case 'waiting':
      return null;
    case 'saving':
      return (
        <>
          <LoaderCircle aria-hidden="true" className="size-3.5 shrink-0" />
          {t('saving')}
        </>
      );
    case 'saved': {
      const at = time(new Date(status.atMs));
      return (
        <>
          <Check aria-hidden="true" className="size-3.5 shrink-0 text-talking" />
          {isDraft ? t('draftSaved', { time: at }) : t('saved', { time: at })}
        </>
      );
    }
    case 'offline':
      return (
        <span className="flex items-center gap-1.5 text-ringing">
          <CloudOff aria-hidden="true" className="size-3.5 shrink-0" />
          {t('offline')}
        </span>
      );
    case 'refused':
      return (
        <span className="flex items-center gap-1.5 text-missed">
          <CloudOff aria-hidden="true" className="size-3.5 shrink-0" />
          <Refused reason={status.reason} linesAtFault={status.fields.lines} />
        </span>
      );
  }
}

function Refused({ reason, linesAtFault }: { reason: Refusal; linesAtFault: string | undefined }) {
  const t = useTranslations('delivery.saving');
  const refusals = useTranslations('refusals');
  const fault = LINE_FAULTS.find((each) => each === linesAtFault);

  if (fault) return t(fault);
  if (reason === 'unavailable') return t('closed');
  return `${t('notSaved')} ${refusals(reason)}`;
}
