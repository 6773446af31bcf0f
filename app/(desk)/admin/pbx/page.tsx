import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ConnectionTable } from '@/components/admin/pbx/connection-table';
import { RefreshOften } from '@/components/admin/pbx/refresh-often';
import { pageUser } from '@/lib/auth/session';
import { listConnections } from '@/lib/pbx-connections/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('pbx'))('title') };
}

export default async function PbxPage() {
  await pageUser('pbx:edit');

  return (
    <>
      <RefreshOften />
      <ConnectionTable connections={await listConnections()} />
    </>
  );
}
