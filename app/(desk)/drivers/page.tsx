import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DriverList } from '@/components/drivers/driver-list';
import { pageUser } from '@/lib/auth/session';
import { listDrivers } from '@/lib/drivers/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('drivers'))('title') };
}

export default async function DriversPage() {
  await pageUser('driver:read');

  return <DriverList drivers={await listDrivers()} />;
}
