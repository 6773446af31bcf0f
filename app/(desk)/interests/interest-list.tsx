import { Handshake } from 'lucide-react';
import { getLocale, getTranslations } from 'next-intl/server';
import { InterestFilters } from '@/components/interests/interest-filters';
import { InterestsTable } from '@/components/interests/interests-table';
import { ListPages } from '@/components/interests/list-pages';
import { LiveInterests } from '@/components/interests/live-interests';
import { SavedFilters } from '@/components/saved-filters/saved-filters';
import { EmptyState } from '@/components/ui/empty-state';
import { createFormats } from '@/components/ui/formats';
import { LinkButton } from '@/components/ui/link-button';
import { now } from '@/lib/clock';
import { filterQuery, type InterestFilter } from '@/lib/interests/filter';
import { readFilterChoices } from '@/lib/interests/filter-choices';
import { listInterests } from '@/lib/interests/list-queries';
import { organisation } from '@/lib/organisation/queries';
import { numberCountry } from '@/lib/pbx/number-country';
import { listSavedFilters } from '@/lib/saved-filters/queries';

/** Everything of the list that needs the database. */
export async function InterestList({ filter, userId }: { filter: InterestFilter; userId: string }) {
  const [t, locale, house, country] = await Promise.all([
    getTranslations('interests'),
    getLocale(),
    organisation(),
    numberCountry(),
  ]);
  const [{ rows, next }, choices, saved] = await Promise.all([
    listInterests(filter, { userId, country }),
    readFilterChoices(filter.customer),
    listSavedFilters(userId, '/interests'),
  ]);
  const query = filterQuery(filter);
  const isFiltered = query !== '' || filter.after !== undefined;

  return (
    <>
      <InterestFilters filter={filter} view="list" choices={choices} />
      <SavedFilters list="/interests" saved={saved} query={query} canClear={rows.length > 0} />
      <LiveInterests>
        <div className="panel @container overflow-clip max-md:-mx-4 max-md:rounded-none max-md:border-x-0">
          {rows.length > 0 ? (
            <InterestsTable rows={rows} nowMs={now().getTime()} formats={createFormats(locale, house)} />
          ) : (
            <EmptyState
              icon={<Handshake aria-hidden="true" />}
              title={isFiltered ? t('nothingFound') : t('empty')}
              hint={isFiltered ? t('nothingFoundHint') : t('emptyHint')}
              action={isFiltered && <LinkButton href="/interests">{t('clearFilters')}</LinkButton>}
            />
          )}
        </div>
      </LiveInterests>
      <ListPages filter={filter} next={next} />
    </>
  );
}
