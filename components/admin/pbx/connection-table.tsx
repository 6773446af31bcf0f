import { Cable, Plus } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ConnectionRow } from '@/lib/pbx-connections/queries';
import { EmptyState } from '../../ui/empty-state';
import { LinkButton } from '../../ui/link-button';
import { Moment } from '../../ui/moment';
import { LinkMark } from './link-mark';
import { useProblem } from './use-problem';

export function ConnectionTable({ connections }: { connections: ConnectionRow[] }) {
  const t = useTranslations('pbx');

  return (
    <div className="px-4 pb-16">
      <div className="flex min-h-14 items-center justify-between gap-3">
        <h1 className="font-semibold text-lg">{t('title')}</h1>
        <LinkButton href="/admin/pbx/new" intent="primary" icon={<Plus aria-hidden="true" />}>
          {t('new')}
        </LinkButton>
      </div>
      <div className="panel @container overflow-clip max-md:-mx-4 max-md:rounded-none max-md:border-x-0">
        {connections.length === 0 ? (
          <EmptyState icon={<Cable aria-hidden="true" />} title={t('listEmpty')} hint={t('listEmptyHint')} />
        ) : (
          <table aria-label={t('title')} className="data-table">
            <thead className="@max-[50rem]:sr-only">
              <tr>
                <th scope="col">{t('name')}</th>
                <th scope="col" className="hidden @min-[50rem]:table-cell">
                  {t('kind')}
                </th>
                <th scope="col" className="hidden @min-[50rem]:table-cell">
                  {t('country')}
                </th>
                <th scope="col" className="hidden @min-[50rem]:table-cell">
                  {t('address')}
                </th>
                <th scope="col" className="num hidden @min-[50rem]:table-cell">
                  {t('accounts')}
                </th>
                <th scope="col">{t('link')}</th>
              </tr>
            </thead>
            <tbody>
              {connections.map((connection) => (
                <Row key={connection.id} connection={connection} />
              ))}
            </tbody>
          </table>
        )}
      </div>
    </div>
  );
}

/** One connection, the whole row a link. */
function Row({ connection }: { connection: ConnectionRow }) {
  const t = useTranslations('pbx');
  const kind = t(`kinds.${connection.kind}`);
  const { address, link } = connection;

  return (
    <tr className="relative">
      <td className="w-full max-w-0 @max-[50rem]:h-13! @max-[50rem]:ps-4! @min-[50rem]:w-1/2">
        <Link
          href={`/admin/pbx/${connection.id}`}
          prefetch={false}
          title={connection.name}
          className="block truncate font-medium outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:-outline-offset-2"
        >
          <bdi>{connection.name}</bdi>
        </Link>
        <p className="truncate text-muted text-xs @min-[50rem]:hidden">
          {kind}
          {address && ` · ${address}`}
        </p>
      </td>
      <td className="hidden whitespace-nowrap @min-[50rem]:table-cell">{kind}</td>
      <td className="hidden @min-[50rem]:table-cell">{connection.country}</td>
      <td className="hidden w-1/2 max-w-0 truncate text-muted @min-[50rem]:table-cell" title={address ?? undefined}>
        {address ?? `/api/pbx/${connection.slug}/events`}
      </td>
      <td className="num hidden @min-[50rem]:table-cell">{connection.accounts}</td>
      <td className="whitespace-nowrap @max-[50rem]:pe-4!">
        {link ? <LinkState link={link} /> : <LastPost at={connection.lastDeliveryAt} />}
      </td>
    </tr>
  );
}

function LinkState({ link: { state, problem } }: { link: NonNullable<ConnectionRow['link']> }) {
  const said = useProblem();
  return (
    <span title={state === 'down' && problem ? said(problem) : undefined}>
      <LinkMark state={state} />
    </span>
  );
}

/** Of a PBX that posts by itself there is no link, only its last word. */
function LastPost({ at }: { at: string | null }) {
  const t = useTranslations('pbx');
  if (!at) return <span className="text-muted">{t('nothingPosted')}</span>;
  return (
    <span className="text-muted">
      {t('posted')} <Moment at={at} />
    </span>
  );
}
