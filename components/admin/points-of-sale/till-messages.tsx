'use client';

import { ChevronRight, RotateCcw, Send } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { resendTillMessage } from '@/lib/tills/actions';
import type { TillMessageRow } from '@/lib/tills/queries';
import { useDeskRouter } from '../../live/use-desk-router';
import { Button } from '../../ui/button';
import { Chip, type Tone } from '../../ui/chip';
import { EmptyState } from '../../ui/empty-state';
import { Moment } from '../../ui/moment';
import { showError, showMessage } from '../../ui/show-message';

const LOOK_AGAIN_MS = 3_000;
const TONES = { waiting: 'ringing', delivered: 'talking', failed: 'missed', notNeeded: 'neutral' } as const satisfies Record<
  TillMessageRow['state'],
  Tone
>;
const TYPES = ['delivery.sent', 'delivery.changed', 'delivery.cancelled', 'delivery.withdrawn', 'till.test'] as const;
const ERRORS = ['addressRefused', 'hostUnknown', 'timedOut', 'untrusted', 'unreachable'] as const;

/** What the till was told lately, and what it answered; looks again while something is under way. */
export function TillMessages({ messages }: { messages: TillMessageRow[] }) {
  const t = useTranslations('pointsOfSale');
  useLookAgain(messages.some(({ state }) => state === 'waiting'));

  if (messages.length === 0) {
    return (
      <div className="panel">
        <EmptyState icon={<Send aria-hidden="true" />} title={t('noMessages')} hint={t('noMessagesHint')} />
      </div>
    );
  }
  return (
    <ul aria-label={t('messages')} className="panel divide-y divide-separator">
      {messages.map((message) => (
        <Message key={message.id} message={message} />
      ))}
    </ul>
  );
}

function useLookAgain(isUnderWay: boolean) {
  const router = useDeskRouter();

  useEffect(() => {
    if (!isUnderWay) return;
    const timer = setInterval(() => document.visibilityState === 'visible' && router.refresh(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isUnderWay, router]);
}

function Message({ message }: { message: TillMessageRow }) {
  const t = useTranslations('pointsOfSale');
  const words = useTranslations('pointsOfSale.messageTypes');
  const states = useTranslations('pointsOfSale.messageStates');
  const reasons = useTranslations('pointsOfSale.messageReasons');
  const type = TYPES.find((each) => each === message.type);

  return (
    <li>
      <details className="group">
        <summary className="flex min-h-10 cursor-pointer list-none flex-wrap items-center gap-x-2 gap-y-1 px-3 py-1.5 hover:bg-surface-secondary">
          <ChevronRight aria-hidden="true" className="size-3.5 shrink-0 text-subtle group-open:rotate-90" />
          <span className="font-medium">{type ? words(keyOf(type)) : message.type}</span>
          {message.deliveryNumber !== null && <span className="num text-muted">{message.deliveryNumber}</span>}
          <span className="ms-auto flex items-center gap-2">
            <Moment at={message.createdAt} className="text-muted text-xs" />
            <Chip tone={TONES[message.state]}>{states(message.state)}</Chip>
          </span>
        </summary>
        <div className="flex flex-col gap-2 bg-surface-secondary px-8 py-2">
          <ol className="flex flex-col gap-1">
            {message.attempts.map((attempt) => (
              <Attempt key={attempt.id} attempt={attempt} />
            ))}
            {message.attempts.length === 0 && !message.reason && <li className="text-muted">{t('noAttempt')}</li>}
          </ol>
          {message.state === 'waiting' && message.nextAttemptAt && message.attempts.length > 0 && (
            <p className="text-muted text-xs">
              {t('nextAttempt')} <Moment at={message.nextAttemptAt} />
            </p>
          )}
          {message.reason && <p className="text-muted text-xs">{reasons(message.reason)}</p>}
          {/* What nobody needs to hear would be put aside again. */}
          {message.state !== 'notNeeded' && <Resend messageId={message.id} />}
        </div>
      </details>
    </li>
  );
}

function Attempt({ attempt: { at, status, error, durationMs, answer } }: { attempt: TillMessageRow['attempts'][number] }) {
  const t = useTranslations('pointsOfSale');
  const errors = useTranslations('pointsOfSale.errors');
  const known = ERRORS.find((each) => each === error);
  const isDone = status !== null && status >= 200 && status < 300;

  return (
    <li className="wrap-anywhere">
      <Moment at={at} className="text-muted" />{' '}
      <span className={isDone ? 'text-talking' : 'text-missed'}>
        {status === null ? errors(known ?? 'unreachable') : t('answered', { status })}
      </span>{' '}
      <span className="num text-muted">{t('took', { ms: durationMs })}</span>
      {answer && <code className="mt-0.5 line-clamp-3 block text-muted text-xs">{answer}</code>}
    </li>
  );
}

function Resend({ messageId }: { messageId: string }) {
  const t = useTranslations('pointsOfSale');
  const refusals = useTranslations('refusals');
  const router = useDeskRouter();
  const [isPending, setIsPending] = useState(false);

  async function resend() {
    setIsPending(true);
    const answer = await resendTillMessage({ messageId }).catch(() => null);
    setIsPending(false);
    if (!answer?.ok)
      return showError(answer?.reason === 'impossible' ? t('switchedOff') : refusals(answer?.reason ?? 'unavailable'));
    showMessage(t('resent'));
    router.refresh();
  }

  return (
    <Button size="sm" className="self-start" isPending={isPending} icon={<RotateCcw aria-hidden="true" />} onClick={resend}>
      {t('sendAgain')}
    </Button>
  );
}

/** A full stop in a key would be a step into the messages. */
function keyOf(type: (typeof TYPES)[number]) {
  switch (type) {
    case 'delivery.sent':
      return 'sent';
    case 'delivery.changed':
      return 'changed';
    case 'delivery.cancelled':
      return 'cancelled';
    case 'delivery.withdrawn':
      return 'withdrawn';
    case 'till.test':
      return 'test';
  }
}
