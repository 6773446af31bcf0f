import { PackageOpen } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { DeliveriesTable } from '@/components/deliveries/list/deliveries-table';
import { DeliveryFilters } from '@/components/deliveries/list/delivery-filters';
import { ListPages } from '@/components/deliveries/list/list-pages';
import { LiveList } from '@/components/deliveries/list/live-list';
import { UnsavedCopies } from '@/components/deliveries/list/unsaved-copies';
import { SavedFilters } from '@/components/saved-filters/saved-filters';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { now } from '@/lib/clock';
import { type DeliveryFilter, filterQuery } from '@/lib/deliveries/filter';
import { readDeliveryList } from '@/lib/deliveries/list';
import { organisation } from '@/lib/organisation/queries';
import { listSavedFilters } from '@/lib/saved-filters/queries';

/** Everything of the page that needs the database. */
export async function DeliveryList({ filter, userId }: { filter: DeliveryFilter; userId: string }) {
  const at = now();
  const [house, t] = [await organisation(), await getTranslations('deliveries')];
  const [list, saved] = await Promise.all([
    readDeliveryList(filter, at, house.timeZone),
    listSavedFilters(userId, '/deliveries'),
  ]);

  return (
    <>
      <DeliveryFilters filter={filter} today={list.today} points={list.points} drivers={list.drivers} />
      <SavedFilters list="/deliveries" saved={saved} query={filterQuery(filter)} canClear={list.rows.length > 0} />
      <UnsavedCopies />
      <LiveList>
        <div className="panel @container overflow-clip max-md:-mx-4 max-md:rounded-none max-md:border-x-0">
          {list.rows.length > 0 ? (
            <DeliveriesTable rows={list.rows} counts={list.groupCounts} now={at} today={list.bounds} />
          ) : (
            <EmptyState
              icon={<PackageOpen aria-hidden="true" />}
              title={list.isFiltered ? t('nothingFound') : t('empty')}
              hint={list.isFiltered ? t('nothingFoundHint') : t('emptyHint')}
              action={list.isFiltered && <LinkButton href="/deliveries">{t('clearFilters')}</LinkButton>}
            />
          )}
        </div>
      </LiveList>
      <ListPages filter={filter} next={list.next} />
    </>
  );
}
