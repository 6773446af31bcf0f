import { useTranslations } from 'next-intl';
import type { View } from '@/lib/personal-data/types';
import { Panel } from '../../deliveries/panel';
import { Moment } from '../../ui/moment';

/** Who looked at them, and when. */
export function ViewList({ views }: { views: View[] }) {
  const t = useTranslations('personalData');

  return (
    <Panel title={t('views')}>
      {views.length === 0 ? (
        <p className="p-4 text-muted">{t('noViews')}</p>
      ) : (
        <table aria-label={t('views')} className="data-table">
          <thead>
            <tr>
              <th scope="col">{t('who')}</th>
              <th scope="col">{t('customer')}</th>
              <th scope="col">{t('when')}</th>
            </tr>
          </thead>
          <tbody>
            {views.map(({ id, at, userName, customerName }) => (
              <tr key={id}>
                <td>
                  <bdi>{userName ?? t('someone')}</bdi>
                </td>
                <td className="w-full max-w-0">
                  <bdi className="block truncate" title={customerName}>
                    {customerName}
                  </bdi>
                </td>
                <td>
                  <Moment at={new Date(at).toISOString()} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
