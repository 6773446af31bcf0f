import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { AccountList } from '@/components/admin/pbx/account-list';
import { ConnectionForm } from '@/components/admin/pbx/connection-form';
import { ConnectionHead } from '@/components/admin/pbx/connection-head';
import { DeliveryList } from '@/components/admin/pbx/delivery-list';
import { LinkFacts } from '@/components/admin/pbx/link-facts';
import { RefreshOften } from '@/components/admin/pbx/refresh-often';
import { WebhookSecret } from '@/components/admin/pbx/webhook-secret';
import { Tabs } from '@/components/ui/tabs';
import { pageUser } from '@/lib/auth/session';
import { now } from '@/lib/clock';
import { env } from '@/lib/env';
import { listCountries } from '@/lib/pbx-connections/countries';
import { findConnection, listAccounts, listDeliveries } from '@/lib/pbx-connections/queries';
import { ConnectionParams, ConnectionTab } from '@/lib/pbx-connections/schema';

type PageProps = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

// The title and the page ask for the same connection within one request.
const connectionOf = cache(async (params: Promise<{ id: string }>) => {
  await pageUser('pbx:edit');
  const parsed = ConnectionParams.safeParse(await params);
  return parsed.success ? findConnection(parsed.data.id, now()) : null;
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { name } = (await connectionOf(params)) ?? notFound();
  return { title: name };
}

export default async function PbxConnectionPage({ params, searchParams }: PageProps) {
  await pageUser('pbx:edit');
  const connection = (await connectionOf(params)) ?? notFound();
  const { tab } = ConnectionTab.parse(await searchParams);
  const t = await getTranslations('pbx');
  const { id, kind, slug, server } = connection;
  const [accounts, deliveries] = await Promise.all([listAccounts(id), listDeliveries(id)]);

  const posts = (
    <div className="px-4 pb-4">
      <WebhookSecret
        connectionId={id}
        url={`${env.publicUrl}/api/pbx/${slug}/events`}
        oldSecretUntil={connection.oldSecretUntil}
        isRotatable={kind === 'webhook'}
      />
      <DeliveryList deliveries={deliveries} />
    </div>
  );

  return (
    <>
      <RefreshOften />
      <ConnectionHead name={connection.name}>{server && <LinkFacts link={server.link} />}</ConnectionHead>
      <Tabs
        label={t('tabs')}
        initial={tab}
        tabs={[
          {
            id: 'settings',
            label: t('settings'),
            panel: <ConnectionForm connection={connection} countries={listCountries(await getLocale())} />,
          },
          { id: 'accounts', label: t('accounts'), panel: <AccountList accounts={accounts} /> },
          ...(kind === 'asterisk' ? [] : [{ id: 'webhook', label: t('webhook'), panel: posts }]),
        ]}
      />
    </>
  );
}
