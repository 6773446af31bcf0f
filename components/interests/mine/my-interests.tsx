import { Handshake } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { InterestRow } from '@/lib/interests/row';
import type { InterestStage } from '@/lib/interests/types';
import { Panel } from '../../deliveries/panel';
import { CallButton } from '../../softphone/call-button';
import { EmptyState } from '../../ui/empty-state';
import { LinkButton } from '../../ui/link-button';
import { DueMark } from '../due-mark';
import { StageLabel } from '../stage-label';
import { useSubjectOf } from '../use-subject-of';
import { Whose } from '../whose';

type MyInterestsProps = { rows: InterestRow[]; stages: InterestStage[]; isMore: boolean; nowMs: number };

/** The active interests I lead, by stage; in each what is due first is first. */
export function MyInterests({ rows, stages: inOrder, isMore, nowMs }: MyInterestsProps) {
  const t = useTranslations('interests.mine');
  // What stands in a stage that was put away comes last.
  const known = [...new Map([...inOrder, ...rows.map(({ stage }) => stage)].map((stage) => [stage.id, stage])).values()];
  const stages = known.filter(({ id }) => rows.some(({ stage }) => stage.id === id));
  const all = '/interests?responsible=me&sort=due';

  return (
    <Panel
      title={t('interests')}
      aside={
        rows.length > 0 && (
          <Link href={all} prefetch={false} className="text-accent-text hover:underline">
            {t('all')}
          </Link>
        )
      }
    >
      {rows.length === 0 ? (
        <EmptyState
          icon={<Handshake aria-hidden="true" />}
          title={t('noInterests')}
          hint={t('noInterestsHint')}
          action={<LinkButton href="/interests?responsible=none">{t('showNobodys')}</LinkButton>}
        />
      ) : (
        stages.map((stage) => {
          const inStage = rows.filter((row) => row.stage.id === stage.id);
          return (
            <div key={stage.id}>
              <h3 className="flex items-center gap-1.5 bg-surface-secondary px-3 py-1 font-medium text-muted text-xs">
                <StageLabel stage={stage} />
                <span className="num font-normal">
                  {inStage.length}
                  {isMore && '+'}
                </span>
              </h3>
              <ul className="divide-y divide-separator">
                {inStage.map((row) => (
                  <Item key={row.id} row={row} nowMs={nowMs} />
                ))}
              </ul>
            </div>
          );
        })
      )}
    </Panel>
  );
}

function Item({ row, nowMs }: { row: InterestRow; nowMs: number }) {
  const t = useTranslations('interests');
  const subject = useSubjectOf()(row);
  const { nextTask } = row;

  return (
    <li className="relative flex min-w-0 items-center gap-2 px-3 py-2">
      <div className="min-w-0 flex-1">
        <Link
          href={`/interests/${row.id}`}
          prefetch={false}
          title={subject}
          className="block truncate font-medium outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:-outline-offset-2"
        >
          <span className="num me-1.5 font-normal text-muted">#{row.number}</span>
          <bdi>{subject}</bdi>
        </Link>
        <div className="text-xs">
          <Whose of={row.of} />
        </div>
        <div className="flex min-w-0 items-center gap-2 text-xs">
          {nextTask ? (
            <>
              <bdi className="min-w-0 truncate text-muted" title={nextTask.title}>
                {nextTask.title}
              </bdi>
              <DueMark dueAt={nextTask.dueAt} nowMs={nowMs} />
            </>
          ) : (
            <span className="text-muted">{t('noTask')}</span>
          )}
        </div>
      </div>
      <span className="relative z-1">
        <CallButton
          name={t('call')}
          number={row.of.phone?.callE164 ?? null}
          noNumberReason={t('noNumber')}
          intent="ghost"
          size="sm"
        />
      </span>
    </li>
  );
}
