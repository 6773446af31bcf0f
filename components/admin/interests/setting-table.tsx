'use client';

import { useTranslations } from 'next-intl';
import type { Setting, SettingActs } from './setting-list';
import { SettingRow } from './setting-row';
import { useSettingOrder } from './use-setting-order';

type SettingTableProps = {
  label: string;
  /** In the order that can be changed. */
  rows: Setting[];
  /** Behind them, always. */
  fixed: Setting[];
  acts: Pick<SettingActs, 'archive' | 'order'>;
  staysBecause: (row: Setting) => string | null;
  onRename: (row: Setting) => void;
};

export function SettingTable({ label, rows, fixed, acts, staysBecause, onRename }: SettingTableProps) {
  const t = useTranslations('interestSettings');
  const order = useSettingOrder(rows, acts);
  const hasKinds = rows.some(({ kind }) => kind !== null);
  const rowOf = (row: Setting, isOrdered: boolean) => (
    <SettingRow
      key={row.id}
      row={row}
      order={isOrdered ? order : null}
      archive={acts.archive}
      staysBecause={staysBecause(row)}
      onRename={() => onRename(row)}
    />
  );

  return (
    <>
      <table aria-label={label} className="data-table">
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">{t('order')}</span>
            </th>
            <th scope="col">{t('name')}</th>
            {hasKinds && (
              <th scope="col" className="hidden @min-[30rem]:table-cell">
                {t('kind')}
              </th>
            )}
            <th scope="col" className="num">
              {t('uses')}
            </th>
            <th scope="col">
              <span className="sr-only">{t('acts')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {order.rows.map((row) => rowOf(row, true))}
          {fixed.map((row) => rowOf(row, false))}
        </tbody>
      </table>
      <p role="status" className="sr-only">
        {order.said}
      </p>
    </>
  );
}
