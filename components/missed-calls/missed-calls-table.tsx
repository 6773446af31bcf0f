'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { MissedCallRow } from './missed-call-row';
import type { MissedCallActs } from './row-acts';
import { SelectedRows } from './selected-rows';
import { type ListedMissedCall as Row, useLiveCallBacks } from './use-live-call-backs';

type MissedCallsTableProps = { rows: Row[]; nowMs: number; may: MissedCallActs };

export function MissedCallsTable({ rows, nowMs, may }: MissedCallsTableProps) {
  const t = useTranslations('missedCalls');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const callBackOf = useLiveCallBacks(nowMs);
  const tickable = rows.filter((row) => row.state === 'listed');
  // What left the page meanwhile is ticked no more.
  const selected = tickable.filter((row) => ticked.has(row.id)).map((row) => row.id);
  const areAll = tickable.length > 0 && selected.length === tickable.length;

  function tick(id: string, isTicked: boolean) {
    setTicked((before) => new Set(isTicked ? [...before, id] : [...before].filter((each) => each !== id)));
  }

  return (
    <>
      <table aria-label={t('title')} className="data-table">
        <thead className="@max-[44rem]:sr-only">
          <tr>
            {may.hide && (
              <th scope="col" className="w-0">
                <input
                  type="checkbox"
                  aria-label={t('selectAll')}
                  checked={areAll}
                  disabled={tickable.length === 0}
                  onChange={({ target }) => setTicked(new Set(target.checked ? tickable.map((row) => row.id) : []))}
                  className="block size-4 accent-accent"
                />
              </th>
            )}
            <th scope="col" className="w-0">
              <span className="sr-only">{t('history')}</span>
            </th>
            <th scope="col">{t('caller')}</th>
            <th scope="col" className="hidden @min-[44rem]:table-cell">
              {t('line')}
            </th>
            <th scope="col" className="hidden @min-[44rem]:table-cell">
              {t('lastMissed')}
            </th>
            <th scope="col" className="hidden @min-[44rem]:table-cell">
              {t('waited')}
            </th>
            <th scope="col" className="hidden @min-[44rem]:table-cell">
              {t('lastStatus')}
            </th>
            <th scope="col" className="hidden @min-[60rem]:table-cell">
              {t('tags')}
            </th>
            <th scope="col">
              <span className="sr-only">{t('acts')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <MissedCallRow
              key={row.id}
              row={row}
              nowMs={nowMs}
              callBack={callBackOf(row)}
              may={may}
              isTicked={ticked.has(row.id)}
              onTick={(isTicked) => tick(row.id, isTicked)}
            />
          ))}
        </tbody>
      </table>
      {selected.length > 0 && <SelectedRows ids={selected} onDone={() => setTicked(new Set())} />}
    </>
  );
}
