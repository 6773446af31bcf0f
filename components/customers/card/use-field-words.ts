'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { CustomerField, FieldValue } from '@/lib/customer-fields/types';
import type { CardDetails } from '@/lib/customers/schema';
import type { Manager } from '@/lib/users/managers';
import { useFormats } from '../../ui/organisation';

const NAMED = ['name', 'company', 'class', 'birthday', 'note', 'source'] as const;
const PLACED = ['city', 'country', 'photo', 'managerId'] as const;

type Values = Omit<CardDetails, 'extra'> & { extra: Record<string, FieldValue> };

/** The fields of a customer in words, the organisation's own among them: `note`, `extra.<id>`. */
export function useFieldWords(fields: CustomerField[], managers: Manager[] = []) {
  const t = useTranslations('customerCard');
  const details = useTranslations('customers.details');
  const classes = useTranslations('personClass');
  const formats = useFormats();
  const locale = useLocale();

  function sayName(path: string): string {
    const named = NAMED.find((each) => each === path);
    if (named) return details(named);
    const placed = PLACED.find((each) => each === path);
    if (placed) return t(`details.${placed}`);
    return fields.find(({ id }) => path === `extra.${id}`)?.label ?? t('unknownField');
  }

  /** Null where it says nothing. */
  function sayValue(path: string, values: Values): string | null {
    const own = fields.find(({ id }) => path === `extra.${id}`);
    if (own || path.startsWith('extra.')) return sayOwn(own, values.extra[path.slice('extra.'.length)] ?? null);
    switch (path) {
      case 'class':
        return classes(values.class);
      case 'managerId':
        return managers.find(({ id }) => id === values.managerId)?.name ?? (values.managerId && t('formerColleague'));
      case 'birthday':
        return values.birthday && formats.date(`${values.birthday}T12:00:00Z`);
      default: {
        const texts: Record<string, string> = { ...pickTexts(values) };
        return texts[path] || null;
      }
    }
  }

  function sayOwn(field: CustomerField | undefined, value: FieldValue): string | null {
    if (value === null || value === '') return null;
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (typeof value === 'number') return value.toLocaleString(locale, { maximumFractionDigits: 20 });
    return field?.kind === 'date' ? formats.date(`${value}T12:00:00Z`) : value;
  }

  return { sayName, sayValue };
}

function pickTexts({ name, company, note, source, city, country }: Values) {
  return { name, company, note, source, city, country };
}
