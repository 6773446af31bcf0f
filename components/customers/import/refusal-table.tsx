'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { LineProblem } from '@/lib/customer-import/types';
import { Panel } from '../../deliveries/panel';
import { buttonClass } from '../../ui/button-class';
import { useProblemWords } from './use-problem-words';

type RefusalTableProps = {
  importId: string;
  lines: { line: number; problems: LineProblem[]; cells: string[] }[];
  count: number;
  header: string[];
};

/** The lines that were not stored, and why; all of them as a file to mend and import again. */
export function RefusalTable({ importId, lines, count, header }: RefusalTableProps) {
  const t = useTranslations('customerImport');
  const inWords = useProblemWords(header);
  const download = (
    <a href={`/api/customer-imports/${importId}/refusals`} download className={buttonClass({ intent: 'ghost', size: 'sm' })}>
      <Download aria-hidden="true" />
      {t('downloadRefused')}
    </a>
  );

  return (
    <Panel title={t('refusedTitle', { count })} aside={download}>
      <div className="overflow-x-auto">
        <table aria-label={t('refusedLines')} className="data-table">
          <thead>
            <tr>
              <th scope="col" className="num">
                {t('lineTitle')}
              </th>
              <th scope="col">{t('reasonTitle')}</th>
              <th scope="col">{t('contents')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ line, problems, cells }) => (
              <tr key={line}>
                <td className="num">{line}</td>
                <td className="min-w-64 whitespace-normal! py-1.5!">{problems.map(inWords).join(' ')}</td>
                <td className="w-full min-w-48 max-w-0 text-muted">
                  <bdi className="block truncate" title={cells.join(' · ')}>
                    {cells.join(' · ')}
                  </bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {count > lines.length && <p className="px-3 py-2 text-muted">{t('moreRefused', { shown: lines.length })}</p>}
    </Panel>
  );
}
