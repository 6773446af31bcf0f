import { X } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { filterQuery, type MissedCallFilter, type RemovedBy } from '@/lib/missed-calls/filter';
import { AUTOMATON_REASONS } from '@/lib/missed-calls/types';
import { buttonClass } from '../ui/button-class';

type Named = { id: string; name: string };
type SetFiltersProps = { filter: MissedCallFilter; lines: Named[]; people: Named[]; tags: Named[] };

const NO_PERIOD = { period: undefined, from: undefined, to: undefined };

/** What the list is narrowed to beyond its view: a press takes one away, or all. The text has its own way to be cleared. */
export function SetFilters({ filter, lines, people, tags }: SetFiltersProps) {
  const t = useTranslations('missedCalls');
  const periods = useTranslations('period.names');
  const { period, line, status, removed, tag, assigned } = filter;

  const chips: { name: string; without: Partial<MissedCallFilter> }[] = [];
  if (period) chips.push({ name: periods(period), without: NO_PERIOD });
  if (line) chips.push({ name: nameOf(line, lines), without: { line: undefined } });
  if (status) chips.push({ name: t(`status.${status}`), without: { status: undefined } });
  if (removed) chips.push({ name: removal(removed), without: { removed: undefined } });
  if (tag) chips.push({ name: nameOf(tag, tags), without: { tag: undefined } });
  if (assigned) chips.push({ name: t(`assigned.${assigned}`), without: { assigned: undefined } });
  if (chips.length === 0) return null;

  function removal(by: RemovedBy): string {
    if (by === 'list' || by === 'automaton') return t(`removals.${by}`);
    if (by === 'hand') return t('reason.manual');
    if (by === 'former') return t('removedBy', { name: t('removals.former') });
    const reason = AUTOMATON_REASONS.find((each) => each === by);
    return reason ? t(`reason.${reason}`) : t('removedBy', { name: nameOf(by, people) });
  }

  function nameOf(id: string, named: Named[]): string {
    return named.find((each) => each.id === id)?.name ?? t('somebody');
  }

  return (
    <div className="flex flex-wrap items-center gap-2">
      {chips.map(({ name, without }) => (
        <Link
          key={name}
          href={hrefOf({ ...filter, ...without })}
          prefetch={false}
          aria-label={t('withoutFilter', { name })}
          title={t('withoutFilter', { name })}
          className={buttonClass({ intent: 'secondary', size: 'sm', className: 'min-w-0' })}
        >
          <X aria-hidden="true" />
          <bdi className="truncate">{name}</bdi>
        </Link>
      ))}
      <Link href="/calls/missed" prefetch={false} className={buttonClass({ intent: 'ghost', size: 'sm' })}>
        {t('clearFilters')}
      </Link>
    </div>
  );
}

function hrefOf(filter: MissedCallFilter): string {
  const query = filterQuery(filter);
  return query ? `/calls/missed?${query}` : '/calls/missed';
}
