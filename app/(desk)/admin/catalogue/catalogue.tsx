import { UtensilsCrossed } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { CatalogueActs } from '@/components/admin/catalogue/catalogue-acts';
import { CatalogueFilters } from '@/components/admin/catalogue/catalogue-filters';
import { CataloguePages } from '@/components/admin/catalogue/catalogue-pages';
import { CatalogueTable } from '@/components/admin/catalogue/catalogue-table';
import { LiveCatalogue } from '@/components/admin/catalogue/live-catalogue';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import type { CatalogueFilter } from '@/lib/catalogue/filter';
import { readCatalogue } from '@/lib/catalogue/queries';

/** Everything of the page that needs the database. */
export async function Catalogue({ filter, userId }: { filter: CatalogueFilter; userId: string }) {
  const [t, catalogue] = [await getTranslations('catalogue'), await readCatalogue(filter)];
  const { rows, categories, points, shownPoints, isFiltered } = catalogue;

  return (
    <div className="flex flex-col gap-3 px-4 pb-16">
      <div className="flex min-h-14 flex-wrap items-center gap-2">
        <h1 className="me-auto font-semibold text-lg">{t('title')}</h1>
        <CatalogueActs categories={categories} />
      </div>
      <CatalogueFilters
        filter={filter}
        categories={categories}
        choosablePoints={points.length > shownPoints.length ? points : []}
      />
      <LiveCatalogue userId={userId}>
        <div className="panel overflow-x-auto max-md:-mx-4 max-md:rounded-none max-md:border-x-0">
          {rows.length > 0 ? (
            <CatalogueTable rows={rows} categories={categories} points={shownPoints} />
          ) : (
            <EmptyState
              icon={<UtensilsCrossed aria-hidden="true" />}
              title={isFiltered ? t('nothingFound') : t('empty')}
              hint={isFiltered ? t('nothingFoundHint') : t('emptyHint')}
              action={isFiltered && <LinkButton href="/admin/catalogue">{t('clearFilters')}</LinkButton>}
            />
          )}
        </div>
      </LiveCatalogue>
      <CataloguePages filter={filter} next={catalogue.next} />
    </div>
  );
}
