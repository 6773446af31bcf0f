import { useTranslations } from 'next-intl';
import type { LineFeed } from '@/lib/missed-calls/settings-store';
import { CheckField } from '../../ui/check-field';

type LineFeedsProps = { lines: LineFeed[]; silentIds: string[]; onChange: (silentIds: string[]) => void };

/** Which lines' misses stand on the list. */
export function LineFeeds({ lines, silentIds, onChange }: LineFeedsProps) {
  const t = useTranslations('missedCallSettings');
  if (lines.length === 0) return <p className="text-muted">{t('noLines')}</p>;

  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="sr-only">{t('lines')}</legend>
      {lines.map(({ id, name, display }) => (
        <CheckField
          key={id}
          label={name}
          hint={display}
          checked={!silentIds.includes(id)}
          onChange={({ target }) =>
            onChange(target.checked ? silentIds.filter((each) => each !== id) : [...silentIds, id].toSorted())
          }
        />
      ))}
    </fieldset>
  );
}
