import { useTranslations } from 'next-intl';
import { PanelHead } from './share-figure';

export type PromptnessRow = {
  key: string;
  name: string;
  missed: string | null;
  calledBack: string;
  soon: string;
  median: string;
  p90: string;
};

type PromptnessTableProps = { title: string; first: string; rows: PromptnessRow[]; csvHref: string; empty: string };

/** How soon callers were called back, by line or by who did it. */
export function PromptnessTable({ title, first, rows, csvHref, empty }: PromptnessTableProps) {
  const t = useTranslations('statistics');
  const hasMissed = rows.some(({ missed }) => missed !== null);

  return (
    <section className="panel min-w-0 overflow-clip">
      <PanelHead title={title} csvHref={csvHref} />
      {rows.length === 0 ? (
        <p className="p-4 text-muted">{empty}</p>
      ) : (
        <table
          aria-label={title}
          className="data-table max-sm:text-xs! max-sm:[&_:is(th,td)]:whitespace-normal max-sm:[&_:is(th,td)]:px-1.5!"
        >
          <thead>
            <tr>
              <th scope="col">{first}</th>
              {hasMissed && (
                <th scope="col" className="num">
                  {t('missedCalls')}
                </th>
              )}
              <th scope="col" className="num">
                {t('calledBack')}
              </th>
              <th scope="col" className="num">
                {t('within15')}
              </th>
              <th scope="col" className="num">
                {t('median')}
              </th>
              <th scope="col" className="num">
                {t('p90')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, missed, ...row }) => (
              <tr key={key}>
                <th scope="row" className="text-foreground! sm:max-w-48 sm:truncate sm:text-sm!" title={name}>
                  <bdi>{name}</bdi>
                </th>
                {hasMissed && <td className="num">{missed}</td>}
                <td className="num">{row.calledBack}</td>
                <td className="num text-muted">{row.soon}</td>
                <td className="num text-muted">{row.median}</td>
                <td className="num text-muted">{row.p90}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
