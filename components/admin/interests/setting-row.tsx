'use client';

import { Archive, ChevronDown, ChevronUp, GripVertical, Pencil } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { StageGlyph } from '../../interests/stage-label';
import { IconButton } from '../../ui/icon-button';
import { showError, showMessage } from '../../ui/show-message';
import type { Setting, SettingActs } from './setting-list';
import { useSettingFault } from './use-setting-fault';
import type { SettingOrder } from './use-setting-order';

type SettingRowProps = {
  row: Setting;
  /** Null for what stays where it is. */
  order: SettingOrder | null;
  archive: SettingActs['archive'];
  /** Why it cannot be put away. */
  staysBecause: string | null;
  onRename: () => void;
};

export function SettingRow({ row, order, archive, staysBecause, onRename }: SettingRowProps) {
  const t = useTranslations('interestSettings');
  const faultOf = useSettingFault();
  const [isPending, startTransition] = useTransition();
  const { id, shownName: name, kind, uses } = row;
  const place = order?.rows.findIndex((each) => each.id === id) ?? -1;

  function putAway(isArchived: boolean) {
    startTransition(async () => {
      const fault = faultOf(await archive({ id, isArchived }).catch(() => null));
      if (fault) return showError(fault);
      if (isArchived) showMessage(t('archivedNow', { name }), { label: t('undo'), onClick: () => putAway(false) });
    });
  }

  return (
    <tr
      draggable={order !== null}
      className={order?.draggedId === id ? 'opacity-50' : undefined}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        order?.drag(id);
      }}
      onDragEnd={() => order?.drag(null)}
      onDragOver={(event) => order?.draggedId && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        order?.dropOn(id);
      }}
    >
      <td className="w-0">
        {order && (
          <span className="flex items-center">
            <GripVertical aria-hidden="true" className="size-4 shrink-0 cursor-grab text-subtle max-sm:hidden" />
            <IconButton
              size="sm"
              name={t('moveUp', { name })}
              icon={<ChevronUp aria-hidden="true" />}
              disabledReason={place === 0 ? t('isFirst') : null}
              onClick={() => order.moveBy(id, -1)}
            />
            <IconButton
              size="sm"
              name={t('moveDown', { name })}
              icon={<ChevronDown aria-hidden="true" />}
              disabledReason={place === order.rows.length - 1 ? t('isLast') : null}
              onClick={() => order.moveBy(id, 1)}
            />
          </span>
        )}
      </td>
      <td className="wrap-anywhere min-w-32 whitespace-normal! font-medium">
        <span className="flex items-center gap-1.5">
          {kind && <StageGlyph kind={kind} />}
          <bdi>{name}</bdi>
        </span>
      </td>
      {kind && <td className="hidden w-0 text-muted @min-[30rem]:table-cell">{t(`kinds.${kind}`)}</td>}
      <td className="num w-0 text-muted">{uses}</td>
      <td className="w-0">
        <span className="flex justify-end">
          <IconButton size="sm" name={t('rename', { name })} icon={<Pencil aria-hidden="true" />} onClick={onRename} />
          <IconButton
            size="sm"
            name={t('archive', { name })}
            icon={<Archive aria-hidden="true" />}
            isPending={isPending}
            disabledReason={staysBecause}
            onClick={() => putAway(true)}
          />
        </span>
      </td>
    </tr>
  );
}
