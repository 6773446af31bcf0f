'use client';

import { useTranslations } from 'next-intl';
import type { ImportPreview, PreviewLine } from '@/lib/customer-import/preview';
import type { ImportSettings } from '@/lib/customer-import/settings';
import { IMPORT_FIELDS, type OwnField } from '@/lib/customer-import/types';
import { Chip, type Tone } from '../../ui/chip';
import { Select } from '../../ui/select';
import { shownCell } from './shown-cell';
import { useProblemWords } from './use-problem-words';

type Columns = ImportSettings['columns'];
type PreviewTableProps = {
  preview: ImportPreview;
  columns: Columns;
  own: OwnField[];
  isReading: boolean;
  onColumns: (columns: Columns) => void;
};

const VERDICT_TONES = { add: 'talking', fill: 'held', skip: 'neutral', refuse: 'missed' } as const satisfies Record<
  PreviewLine['verdict'],
  Tone
>;

/** The first lines as they would be stored; above each column, what it is. */
export function PreviewTable({ preview, columns, own, isReading, onColumns }: PreviewTableProps) {
  const t = useTranslations('customerImport');
  const { header } = preview.settings;
  const inWords = useProblemWords(header);
  const indexes = Array.from({ length: preview.columnCount }, (_, index) => index);
  const titleOf = (index: number) => header[index] || t('columnNumber', { number: index + 1 });

  function choose(index: number, value: string) {
    const chosen = Array.from({ length: preview.columnCount }, (_, each) => columns[each] ?? '');
    const known = [...IMPORT_FIELDS, ...own.map(({ id }) => `field:${id}` as const)].find((field) => field === value);
    onColumns(chosen.map((field, each) => (each === index ? (known ?? '') : field)));
  }

  return (
    <div className="panel overflow-x-auto" aria-busy={isReading}>
      <table aria-label={t('preview')} className="data-table">
        <thead>
          <tr>
            <th scope="col" className="num">
              {t('lineTitle')}
            </th>
            <th scope="col">{t('verdict')}</th>
            {indexes.map((index) => (
              <th key={index} scope="col" className="py-2! align-top">
                <span className="block max-w-48 truncate pb-1" title={titleOf(index)}>
                  <bdi>{titleOf(index)}</bdi>
                </span>
                <Select
                  aria-label={t('columnIs', { column: titleOf(index) })}
                  value={columns[index] ?? ''}
                  onChange={(event) => choose(index, event.target.value)}
                  className="min-w-36 font-normal"
                >
                  <option value="">{t('ignored')}</option>
                  {IMPORT_FIELDS.map((field) => (
                    <option key={field} value={field}>
                      {t(`fields.${field}`)}
                    </option>
                  ))}
                  {own.length > 0 && (
                    <optgroup label={t('ownFields')}>
                      {own.map(({ id, label }) => (
                        <option key={id} value={`field:${id}`}>
                          {label}
                        </option>
                      ))}
                    </optgroup>
                  )}
                </Select>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.lines.map((line) => (
            <tr key={line.line}>
              <td className="num">{line.line}</td>
              <td className="min-w-44 whitespace-normal! py-1.5!">
                <Chip tone={VERDICT_TONES[line.verdict]}>{t(`verdicts.${line.verdict}`)}</Chip>
                {line.problems.length > 0 && <p className="field-error text-xs">{line.problems.map(inWords).join(' ')}</p>}
              </td>
              {indexes.map((index) => (
                <Cell key={index} line={line} index={index} field={columns[index] ?? ''} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ line, index, field }: { line: PreviewLine; index: number; field: string }) {
  const isWrong = line.problems.some(({ column }) => column === index);
  const text = shownCell(line, index, field);

  return (
    <td className={`${isWrong ? 'text-danger' : field === '' ? 'text-subtle' : ''}`}>
      <bdi className="block max-w-56 truncate" title={text}>
        {text}
      </bdi>
    </td>
  );
}
