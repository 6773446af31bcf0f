import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DriverList } from '@/components/drivers/driver-list';
import { pageUser } from '@/lib/auth/session';
import { listDrivers } from '@/lib/drivers/queries';
import { DriverFilter } from '@/lib/drivers/schema';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('drivers'))('title') };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DriversPage({ searchParams }: Props) {
  await pageUser('driver:read');
  const filter = DriverFilter.parse(await searchParams);

  return <DriverList drivers={await listDrivers(filter)} filter={filter} />;
}
