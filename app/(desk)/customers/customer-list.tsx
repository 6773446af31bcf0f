import { Plus, Users } from 'lucide-react';
import { getLocale, getTranslations } from 'next-intl/server';
import { CustomerTable } from '@/components/customers/customer-table';
import { LiveCustomers } from '@/components/customers/live-customers';
import { EmptyState } from '@/components/ui/empty-state';
import { createFormats } from '@/components/ui/formats';
import { LinkButton } from '@/components/ui/link-button';
import { listCustomers } from '@/lib/customers/list-queries';
import { type CustomerFilter, pageKey } from '@/lib/customers/schema';
import { readSearch } from '@/lib/customers/search';
import { organisation } from '@/lib/organisation/queries';
import { numberCountry } from '@/lib/pbx/number-country';

type CustomerListProps = { filter: CustomerFilter; mayAdd: boolean };

/** Everything of the page that needs the database. */
export async function CustomerList({ filter, mayAdd }: CustomerListProps) {
  const [locale, house] = [await getLocale(), await organisation()];
  const { rows, hasMore } = await listCustomers(filter, await numberCountry());
  const last = rows.at(-1);

  return (
    <>
      <LiveCustomers>
        <div className="panel @container overflow-clip max-md:-mx-4 max-md:rounded-none max-md:border-x-0">
          {rows.length > 0 ? (
            <CustomerTable rows={rows} formats={createFormats(locale, house)} />
          ) : (
            <Nobody filter={filter} mayAdd={mayAdd} />
          )}
        </div>
      </LiveCustomers>
      <Pages filter={filter} next={hasMore && last ? pageKey(last) : null} />
    </>
  );
}

/** Nobody yet, or nobody who matches: who was looked for in vain may be added under what was typed. */
async function Nobody({ filter: { text, class: ofClass, after }, mayAdd }: CustomerListProps) {
  const [t, list] = [await getTranslations('customers'), await getTranslations('customerList')];
  const isFiltered = text !== undefined || ofClass !== undefined || after !== undefined;
  const query = new URLSearchParams(text && { [readSearch(text, '').kind === 'words' ? 'name' : 'phone']: text });

  return (
    <EmptyState
      icon={<Users aria-hidden="true" />}
      title={isFiltered ? list('nobodyMatches') : t('empty')}
      hint={isFiltered ? list('nobodyMatchesHint') : list('emptyHint')}
      action={
        <span className="flex flex-wrap justify-center gap-2">
          {isFiltered && <LinkButton href="/customers">{list('clear')}</LinkButton>}
          {mayAdd && (
            <LinkButton href={query.size > 0 ? `/customers/new?${query}` : '/customers/new'} icon={<Plus aria-hidden="true" />}>
              {list('new')}
            </LinkButton>
          )}
        </span>
      }
    />
  );
}

/** Forward by the last row of this page: the thousandth page costs what the first does. */
async function Pages({ filter, next }: { filter: CustomerFilter; next: string | null }) {
  const isLaterPage = filter.after !== undefined;
  if (!next && !isLaterPage) return null;
  const t = await getTranslations('customers');
  const pathTo = (after: string | null) => {
    const { text, class: ofClass } = filter;
    const query = new URLSearchParams({ ...(ofClass && { class: ofClass }), ...(text && { text }), ...(after && { after }) });
    return query.size > 0 ? `/customers?${query}` : '/customers';
  };

  return (
    <nav aria-label={t('pages')} className="flex justify-end gap-2">
      {isLaterPage && <LinkButton href={pathTo(null)}>{t('firstPage')}</LinkButton>}
      {next && <LinkButton href={pathTo(next)}>{t('nextPage')}</LinkButton>}
    </nav>
  );
}
