'use client';

import { useTranslations } from 'next-intl';
import type { CardField } from '@/lib/caller-card/types';
import { useFormats } from '../ui/organisation';

/** What the organisation's own fields say of the customer. */
export function OwnFields({ fields }: { fields: CardField[] }) {
  const told = fields.filter(({ value }) => value !== null && value !== '');
  if (told.length === 0) return null;

  return (
    <dl className="flex flex-col gap-0.5">
      {told.map((field) => (
        <div key={field.label} className="flex gap-1.5">
          <dt className="wrap-anywhere max-w-1/2 shrink-0 text-muted">
            <bdi>{field.label}</bdi>
          </dt>
          <dd className="wrap-anywhere line-clamp-3 min-w-0">
            <bdi>
              <FieldValue field={field} />
            </bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function FieldValue({ field: { kind, value } }: { field: CardField }) {
  const t = useTranslations('callerCard');
  const formats = useFormats();

  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  const isDay = kind === 'date' && typeof value === 'string' && !Number.isNaN(Date.parse(value));
  return isDay ? formats.date(`${value.slice(0, 10)}T12:00:00Z`) : value;
}
