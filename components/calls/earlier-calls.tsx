import { PhoneIncoming, PhoneMissed, PhoneOutgoing } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { EarlierCall } from '@/lib/caller-card/types';
import { formatDuration } from '../ui/formats';
import { Moment } from '../ui/moment';

/** While it rings there is time for a glance. */
const LISTED_RINGING = 2;
const LISTED_UP = 5;

/** When this number called before, or was called, how it went, and what was noted. */
export function EarlierCalls({ calls, isUp }: { calls: EarlierCall[]; isUp: boolean }) {
  const t = useTranslations('callerCard');
  if (calls.length === 0) return null;

  return (
    <div>
      <h2 className="font-semibold text-xs">{t('earlierCalls')}</h2>
      <ul aria-label={t('earlierCalls')} className="mt-1 flex flex-col gap-1">
        {calls.slice(0, isUp ? LISTED_UP : LISTED_RINGING).map((call) => (
          <Row key={call.id} call={call} isUp={isUp} />
        ))}
      </ul>
    </div>
  );
}

function Row({ call, isUp }: { call: EarlierCall; isUp: boolean }) {
  return (
    <li className="flex items-start gap-1.5">
      <span className="flex h-5 shrink-0 items-center">
        <CallIcon call={call} />
      </span>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap gap-x-1.5">
          <Moment at={call.startedAt} className="text-muted" />
          <Outcome call={call} />
          {call.operatorName && <bdi className="wrap-anywhere min-w-0 text-muted">{call.operatorName}</bdi>}
        </p>
        {call.notes.slice(0, isUp ? undefined : 1).map((note) => (
          <p key={note} title={note} className={`wrap-anywhere whitespace-pre-line ${isUp ? 'line-clamp-6' : 'line-clamp-2'}`}>
            <bdi>{note}</bdi>
          </p>
        ))}
      </div>
    </li>
  );
}

function Outcome({ call }: { call: EarlierCall }) {
  const t = useTranslations('callerCard');
  if (call.isMissed) return <span className="text-missed">{t('missed')}</span>;
  if (call.talkSeconds === 0) return <span className="text-muted">{t('notReached')}</span>;
  return <span className="num">{formatDuration(call.talkSeconds)}</span>;
}

function CallIcon({ call }: { call: EarlierCall }) {
  const t = useTranslations('callerCard');
  if (call.isMissed) return <PhoneMissed role="img" aria-label={t('callIn')} className="size-3.5 text-missed" />;
  if (call.direction === 'outbound')
    return <PhoneOutgoing role="img" aria-label={t('callOut')} className="size-3.5 text-subtle" />;
  return <PhoneIncoming role="img" aria-label={t('callIn')} className="size-3.5 text-subtle" />;
}
