'use client';

import { Archive, ChevronDown, ChevronUp, GripVertical, Pencil } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { archiveField } from '@/lib/customer-fields/actions';
import type { CustomerField } from '@/lib/customer-fields/types';
import { IconButton } from '../../ui/icon-button';
import { showError, showMessage } from '../../ui/show-message';
import type { FieldOrder } from './use-field-order';

type FieldRowProps = { field: CustomerField; isFirst: boolean; isLast: boolean; order: FieldOrder; onEdit: () => void };

export function FieldRow({ field, isFirst, isLast, order, onEdit }: FieldRowProps) {
  const t = useTranslations('customerFields');
  const refusals = useTranslations('refusals');
  const [isPending, startTransition] = useTransition();
  const { id, label, kind, choices } = field;

  function archive(isArchived: boolean) {
    startTransition(async () => {
      const answer = await archiveField({ fieldId: id, isArchived }).catch(() => null);
      if (!answer?.ok) return showError(answer ? refusals(answer.reason) : t('notSaved'));
      if (isArchived) showMessage(t('archived', { field: label }), { label: t('undo'), onClick: () => archive(false) });
    });
  }

  return (
    <tr
      draggable
      className={order.draggedId === id ? 'opacity-50' : undefined}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        order.drag(id);
      }}
      onDragEnd={() => order.drag(null)}
      onDragOver={(event) => order.draggedId && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        order.dropOn(id);
      }}
    >
      <td className="w-0">
        <span className="flex items-center">
          <GripVertical aria-hidden="true" className="size-4 shrink-0 cursor-grab text-subtle max-sm:hidden" />
          <IconButton
            size="sm"
            name={t('moveUp', { field: label })}
            icon={<ChevronUp aria-hidden="true" />}
            disabledReason={isFirst ? t('isFirst') : null}
            onClick={() => order.moveBy(id, -1)}
          />
          <IconButton
            size="sm"
            name={t('moveDown', { field: label })}
            icon={<ChevronDown aria-hidden="true" />}
            disabledReason={isLast ? t('isLast') : null}
            onClick={() => order.moveBy(id, 1)}
          />
        </span>
      </td>
      <td className="wrap-anywhere min-w-32 whitespace-normal! font-medium">
        <bdi>{label}</bdi>
      </td>
      <td className="w-0 text-muted">{t(`kinds.${kind}`)}</td>
      <td className="hidden w-1/2 max-w-0 text-muted @min-[42rem]:table-cell" title={choices.join(', ')}>
        <bdi className="block truncate">{choices.join(', ')}</bdi>
      </td>
      <td className="w-0">
        <span className="flex justify-end">
          <IconButton size="sm" name={t('change', { field: label })} icon={<Pencil aria-hidden="true" />} onClick={onEdit} />
          <IconButton
            size="sm"
            name={t('archive', { field: label })}
            icon={<Archive aria-hidden="true" />}
            isPending={isPending}
            onClick={() => archive(true)}
          />
        </span>
      </td>
    </tr>
  );
}
