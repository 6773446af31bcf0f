import { Users } from 'lucide-react';
import { getLocale, getTranslations } from 'next-intl/server';
import { CustomerTable } from '@/components/customers/customer-table';
import { LiveCustomers } from '@/components/customers/live-customers';
import { EmptyState } from '@/components/ui/empty-state';
import { createFormats } from '@/components/ui/formats';
import { LinkButton } from '@/components/ui/link-button';
import { listCustomers } from '@/lib/customers/list-queries';
import { type CustomerFilter, pageKey } from '@/lib/customers/schema';
import { organisation } from '@/lib/organisation/queries';
import { numberCountry } from '@/lib/pbx/number-country';

/** Everything of the page that needs the database. */
export async function CustomerList({ filter }: { filter: CustomerFilter }) {
  const [t, locale, house] = [await getTranslations('customers'), await getLocale(), await organisation()];
  const { rows, hasMore } = await listCustomers(filter, await numberCountry());
  const last = rows.at(-1);

  return (
    <>
      <LiveCustomers>
        <div className="panel @container overflow-clip max-md:-mx-4 max-md:rounded-none max-md:border-x-0">
          {rows.length > 0 ? (
            <CustomerTable rows={rows} formats={createFormats(locale, house)} />
          ) : (
            <EmptyState
              icon={<Users aria-hidden="true" />}
              title={filter.text ? t('nothingFound') : t('empty')}
              hint={filter.text ? t('nothingFoundHint') : t('emptyHint')}
              action={filter.text && <LinkButton href="/customers">{t('clearSearch')}</LinkButton>}
            />
          )}
        </div>
      </LiveCustomers>
      <Pages text={filter.text} isLaterPage={Boolean(filter.after)} next={hasMore && last ? pageKey(last) : null} />
    </>
  );
}

type PagesProps = { text: string | undefined; isLaterPage: boolean; next: string | null };

/** Forward by the last row of this page: the thousandth page costs what the first does. */
async function Pages({ text, isLaterPage, next }: PagesProps) {
  if (!next && !isLaterPage) return null;
  const t = await getTranslations('customers');
  const pathTo = (after: string | null) => {
    const query = new URLSearchParams({ ...(text && { text }), ...(after && { after }) });
    return query.size > 0 ? `/customers?${query}` : '/customers';
  };

  return (
    <nav aria-label={t('pages')} className="flex justify-end gap-2">
      {isLaterPage && <LinkButton href={pathTo(null)}>{t('firstPage')}</LinkButton>}
      {next && <LinkButton href={pathTo(next)}>{t('nextPage')}</LinkButton>}
    </nav>
  );
}
