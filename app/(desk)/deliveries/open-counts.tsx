import { getTranslations } from 'next-intl/server';
import { now } from '@/lib/clock';
import { countOpen } from '@/lib/deliveries/counts';
import { MAX_COUNTED } from '@/lib/deliveries/grouping';

/** How much is under way, whatever is filtered. */
export async function OpenCounts() {
  const t = await getTranslations('deliveries');
  const { open, late } = await countOpen(now());

  return <p className="num text-muted">{t('counts', { open, openMore: moreThan(open), late, lateMore: moreThan(late) })}</p>;
}

/** The sign behind a count that was not counted to its end. */
function moreThan(count: number): string {
  return count < MAX_COUNTED ? '' : '+';
}
