import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ShownCard } from '@/lib/board/queue';
import { PROMISE_MINUTES, promiseAfter } from '@/lib/board/rules';
import { Button } from '../ui/button';
import { useTimeOfDay } from '../ui/use-time-of-day';
import { useBoardNow } from './board-clock';
import type { BoardActs } from './use-board-acts';

const AS_WANTED = 0;

/** Accepts for the wanted time, at once. Who cannot keep it chooses a later one beside the button first. */
export function AcceptButton({ card, act }: { card: ShownCard; act: BoardActs }) {
  const t = useTranslations('board');
  const nowMs = useBoardNow();
  const timeOf = useTimeOfDay(nowMs);
  const [minutes, setMinutes] = useState<number>(AS_WANTED);
  const { id: deliveryId, number, revision, wantedAt } = card;

  const isAsWanted = minutes === AS_WANTED;
  const timeAfter = (later: number) => timeOf(promiseAfter(later, wantedAt, nowMs));

  function accept() {
    const promised = isAsWanted ? {} : { promisedAt: promiseAfter(minutes, wantedAt, nowMs) };
    act(card, { act: 'accept', deliveryId, revision, ...promised });
  }

  return (
    <div className="flex min-w-0 flex-1">
      <Button
        intent="primary"
        className={`h-12 min-w-0 flex-1 whitespace-normal rounded-e-none px-1 ${isAsWanted ? 'text-md' : 'leading-tight'}`}
        onClick={accept}
      >
        {isAsWanted ? t('acts.accept') : t('acceptFor', { time: timeAfter(minutes) })}
      </Button>
      <span className="button button--primary relative h-12 w-11 rounded-s-none border-s border-s-white/40 p-0 has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2">
        <ChevronDown aria-hidden="true" />
        <select
          aria-label={t('promise', { number: String(number) })}
          value={minutes}
          onChange={(event) => setMinutes(Number(event.target.value))}
          className="absolute inset-0 cursor-pointer bg-overlay text-base text-foreground opacity-0"
        >
          <option value={AS_WANTED}>{wantedAt ? t('asWanted', { time: timeOf(wantedAt) }) : t('asSoonAsPossible')}</option>
          {PROMISE_MINUTES.map((later) => (
            <option key={later} value={later}>
              {t('later', { minutes: later, time: timeAfter(later) })}
            </option>
          ))}
        </select>
      </span>
    </div>
  );
}
