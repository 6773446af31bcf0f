'use client';

import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type DragEvent, type KeyboardEvent, useState } from 'react';
import { type CardFact, isAlwaysShown } from '@/lib/caller-card/facts';
import { CheckField } from '../../ui/check-field';
import { IconButton } from '../../ui/icon-button';
import { type FactRow, moved, toggled } from './fact-list';

type FactRowsProps = { rows: FactRow[]; onChange: (rows: FactRow[]) => void };

/** The facts with what shows ticked, moved by dragging, by the buttons, or with Alt and the arrows. */
export function FactRows({ rows, onChange }: FactRowsProps) {
  const t = useTranslations('cardSettings');
  const [dragged, setDragged] = useState<CardFact | null>(null);
  const [said, setSaid] = useState('');

  function move(fact: CardFact, to: number) {
    if (to < 0 || to >= rows.length) return;
    onChange(moved(rows, fact, to));
    setSaid(t('moved', { fact: t(`fact.${fact}`), place: to + 1, count: rows.length }));
  }

  function pressed(event: KeyboardEvent, fact: CardFact, index: number) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step || !event.altKey) return;
    event.preventDefault();
    move(fact, index + step);
  }

  function draggedOver(event: DragEvent, index: number) {
    if (!dragged) return;
    event.preventDefault();
    if (rows[index]?.fact !== dragged) onChange(moved(rows, dragged, index));
  }

  return (
    <>
      <ol aria-label={t('facts')} className="panel divide-y divide-separator">
        {rows.map(({ fact, isShown }, index) => (
          <li
            key={fact}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              // Firefox drags nothing that carries nothing.
              event.dataTransfer.setData('text/plain', fact);
              setDragged(fact);
            }}
            onDragOver={(event) => draggedOver(event, index)}
            onDragEnd={() => setDragged(null)}
            onDrop={(event) => event.preventDefault()}
            onKeyDown={(event) => pressed(event, fact, index)}
            className={`flex min-h-10 items-center gap-2 px-2 py-1 ${dragged === fact ? 'bg-accent-soft' : ''}`}
          >
            <span title={t('drag')} className="cursor-grab text-subtle">
              <GripVertical aria-hidden="true" className="size-4" />
            </span>
            <div className="min-w-0 flex-1">
              <CheckField
                label={t(`fact.${fact}`)}
                hint={isAlwaysShown(fact) ? t('always') : fact === 'note' ? t('noteHint') : undefined}
                checked={isShown}
                disabled={isAlwaysShown(fact)}
                onChange={() => onChange(toggled(rows, fact))}
              />
            </div>
            <IconButton
              name={t('up', { fact: t(`fact.${fact}`) })}
              size="sm"
              icon={<ArrowUp aria-hidden="true" />}
              disabledReason={index === 0 ? t('isFirst') : null}
              onClick={() => move(fact, index - 1)}
            />
            <IconButton
              name={t('down', { fact: t(`fact.${fact}`) })}
              size="sm"
              icon={<ArrowDown aria-hidden="true" />}
              disabledReason={index === rows.length - 1 ? t('isLast') : null}
              onClick={() => move(fact, index + 1)}
            />
          </li>
        ))}
      </ol>
      <p role="status" className="sr-only">
        {said}
      </p>
    </>
  );
}
