import { getTranslations } from 'next-intl/server';
import { now } from '@/lib/clock';
import { countActive, MAX_COUNTED } from '@/lib/interests/counts';

/** How much is under way, whatever is filtered. */
export async function ActiveCounts() {
  const t = await getTranslations('interests');
  const { active, overdue } = await countActive(now());

  return (
    <p className="num text-muted">
      {t('counts', { active, activeMore: moreThan(active), overdue, overdueMore: moreThan(overdue) })}
    </p>
  );
}

/** The sign behind a count that was not counted to its end. */
function moreThan(count: number): string {
  return count < MAX_COUNTED ? '' : '+';
}
