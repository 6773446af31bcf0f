import { MailCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { GivenUp } from '@/lib/jobs/types';
import { EmptyState } from '../../ui/empty-state';
import { Moment } from '../../ui/moment';
import { RetryButton } from './retry-button';

/** Messages that nobody tries to send any more, and why. */
export function GivenUpTable({ messages }: { messages: GivenUp[] }) {
  const t = useTranslations('jobs');

  if (messages.length === 0) return <EmptyState icon={<MailCheck aria-hidden="true" />} title={t('noMessages')} />;
  return (
    <table aria-label={t('messages')} className="data-table">
      <thead className="@max-[44rem]:sr-only">
        <tr>
          <th scope="col">{t('what')}</th>
          <th scope="col" className="hidden @min-[44rem]:table-cell">
            {t('when')}
          </th>
          <th scope="col" className="hidden @min-[44rem]:table-cell">
            {t('cause')}
          </th>
          <th scope="col">
            <span className="sr-only">{t('acts')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {messages.map((message) => (
          <Row key={message.id} message={message} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ message }: { message: GivenUp }) {
  const t = useTranslations('jobs');
  const cause = useCause(message);
  const whom = message.kind === 'sms' ? [message.by, message.to].filter(Boolean).join(' → ') : message.to;

  return (
    <tr>
      <td className="w-1/2 max-w-0 @max-[44rem]:w-full @max-[44rem]:py-2!">
        <span className="block truncate">
          <span className="font-medium">{t(message.kind)}</span> <bdi className="text-muted">{whom}</bdi>
        </span>
        <span className="wrap-anywhere block whitespace-normal text-xs @min-[44rem]:hidden">
          <Moment at={message.at} className="text-muted" /> <span className="text-missed">{cause}</span>
        </span>
      </td>
      <td className="hidden w-0 whitespace-nowrap text-muted @min-[44rem]:table-cell">
        <Moment at={message.at} />
      </td>
      <td className="hidden w-1/2 max-w-0 truncate @min-[44rem]:table-cell" title={cause}>
        {cause}
      </td>
      <td className="w-0">
        {message.mayRetry ? (
          <RetryButton kind={message.kind} id={message.id} what={`${t(message.kind)} ${whom}`} />
        ) : (
          <span className="whitespace-nowrap text-muted">{t('erased')}</span>
        )}
      </td>
    </tr>
  );
}

function useCause(message: GivenUp): string {
  const t = useTranslations('jobs');
  const sms = useTranslations('smsCauses');
  const mails = useTranslations('mailCauses');
  if (message.kind === 'mail') return message.cause ? mails(message.cause) : '';
  if (!message.cause) return '';
  return message.cause === 'uncertain' ? `${sms('uncertain')}. ${t('uncertainHint')}` : sms(message.cause);
}
