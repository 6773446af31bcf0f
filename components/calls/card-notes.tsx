import { useTranslations } from 'next-intl';
import type { CardNote } from '@/lib/caller-card/types';
import { Moment } from '../ui/moment';

/** What colleagues wrote about the customer last. While it rings one is enough. */
export function CardNotes({ notes, isUp }: { notes: CardNote[]; isUp: boolean }) {
  const t = useTranslations('callerCard');
  if (notes.length === 0) return null;

  return (
    <div>
      <h2 className="font-semibold text-xs">{t('notes')}</h2>
      <ul aria-label={t('notes')} className="mt-1 flex flex-col gap-1">
        {notes.slice(0, isUp ? undefined : 1).map(({ id, text, at, author }) => (
          <li key={id}>
            <p title={text} className={`wrap-anywhere whitespace-pre-line ${isUp ? 'line-clamp-6' : 'line-clamp-2'}`}>
              <bdi>{text}</bdi>
            </p>
            <p className="text-muted text-xs">
              <Moment at={at} />
              {author && (
                <>
                  {' · '}
                  <bdi>{author}</bdi>
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
