'use client';

import { ListChecks, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { CustomerField } from '@/lib/customer-fields/types';
import { Button } from '../../ui/button';
import { EmptyState } from '../../ui/empty-state';
import { ArchivedFields } from './archived-fields';
import { FieldDialog } from './field-dialog';
import { FieldRow } from './field-row';
import { useFieldOrder } from './use-field-order';

/** The fields that the organisation gives its customers, in the order of the card. */
export function FieldList({ fields, archived }: { fields: CustomerField[]; archived: CustomerField[] }) {
  const t = useTranslations('customerFields');
  const [edited, setEdited] = useState<CustomerField | 'new' | null>(null);
  const order = useFieldOrder(fields);

  return (
    <div className="flex flex-col gap-4 px-4 pb-16">
      <div className="flex min-h-14 items-center justify-between gap-3">
        <h1 className="font-semibold text-lg">{t('title')}</h1>
        <Button intent="primary" icon={<Plus aria-hidden="true" />} onClick={() => setEdited('new')}>
          {t('add')}
        </Button>
      </div>
      <div className="panel @container max-w-4xl overflow-x-auto">
        {fields.length === 0 ? (
          <EmptyState icon={<ListChecks aria-hidden="true" />} title={t('empty')} hint={t('emptyHint')} />
        ) : (
          <table aria-label={t('title')} className="data-table">
            <thead>
              <tr>
                <th scope="col">
                  <span className="sr-only">{t('order')}</span>
                </th>
                <th scope="col">{t('label')}</th>
                <th scope="col">{t('kind')}</th>
                <th scope="col" className="hidden @min-[42rem]:table-cell">
                  {t('choices')}
                </th>
                <th scope="col">
                  <span className="sr-only">{t('acts')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {order.fields.map((field, position) => (
                <FieldRow
                  key={field.id}
                  field={field}
                  isFirst={position === 0}
                  isLast={position === order.fields.length - 1}
                  order={order}
                  onEdit={() => setEdited(field)}
                />
              ))}
            </tbody>
          </table>
        )}
      </div>
      <p role="status" className="sr-only">
        {order.said}
      </p>
      <ArchivedFields fields={archived} />
      {edited && <FieldDialog field={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </div>
  );
}
