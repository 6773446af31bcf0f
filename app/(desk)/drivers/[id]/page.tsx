import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { DriverCard } from '@/components/drivers/driver-card';
import { pageUser } from '@/lib/auth/session';
import { now } from '@/lib/clock';
import { listedToday } from '@/lib/deliveries/listed-day';
import { findDriver, listDeliveriesOfDriver } from '@/lib/drivers/queries';
import { DriverParams } from '@/lib/drivers/schema';
import { organisation } from '@/lib/organisation/queries';

type DriverPageProps = { params: Promise<{ id: string }> };

// The title and the page ask for the same driver within one request.
const driverOf = cache(async (params: Promise<{ id: string }>) => {
  await pageUser('driver:read');
  const parsed = DriverParams.safeParse(await params);
  return parsed.success ? findDriver(parsed.data.id) : null;
});

export async function generateMetadata({ params }: DriverPageProps): Promise<Metadata> {
  const { name } = (await driverOf(params)) ?? notFound();
  return { title: name };
}

/** Where a driver's call leads (S0.20). */
export default async function DriverPage({ params }: DriverPageProps) {
  await pageUser('driver:read');
  const driver = (await driverOf(params)) ?? notFound();

  const { timeZone } = await organisation();
  const at = now();
  const deliveries = await listDeliveriesOfDriver(driver.id, listedToday(at, timeZone));

  return <DriverCard driver={driver} deliveries={deliveries} nowMs={at.getTime()} />;
}
