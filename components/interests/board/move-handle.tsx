'use client';

import { GripVertical } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useEffectEvent, useRef } from 'react';
import type { InterestRow } from '@/lib/interests/row';
import { buttonClass } from '../../ui/button-class';
import { Menu } from '../../ui/menu';
import { MenuChoice, MenuItems } from '../../ui/menu-items';
import { StageGlyph } from '../stage-label';
import { useStageName } from '../use-stage-name';
import { stageBeside } from './apply-move';
import type { Moves } from './use-moves';

const HANDLES = 'button[aria-haspopup]';

type MoveHandleProps = { row: InterestRow; moves: Moves; hintId: string };

/** What moves a card without a pointer: arrows to the stage beside, a menu to any. The focus goes along. */
export function MoveHandle({ row, moves, hintId }: MoveHandleProps) {
  const t = useTranslations('interestBoard');
  const nameOf = useStageName();
  const handle = useRef<HTMLSpanElement>(null);
  const stages = moves.columns.filter(({ isArchived }) => !isArchived).map(({ stage }) => stage);
  const name = t('move', { number: String(row.number), subject: row.subject });

  // It came to another column, where it is another element.
  const onCame = useEffectEvent(() => {
    if (moves.movedId === row.id) handle.current?.querySelector<HTMLElement>(HANDLES)?.focus();
  });
  useEffect(() => onCame(), []);

  function press(event: KeyboardEvent) {
    if (!(event.target instanceof Element) || !event.target.matches(HANDLES)) return;
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      cardBeside(event.currentTarget, event.key === 'ArrowUp' ? -1 : 1)?.focus();
    }
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const stage = stageBeside(moves.columns, row.stage.id, event.key === 'ArrowLeft' ? -1 : 1);
    if (stage) moves.move(row, stage, true);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside is pressed; here its arrows are heard
    <span ref={handle} className="relative z-1 -me-1.5 -mt-1" onKeyDown={press}>
      <Menu
        name={name}
        describedBy={hintId}
        trigger={<GripVertical aria-hidden="true" />}
        className={buttonClass({ intent: 'ghost', size: 'sm', isIconOnly: true })}
      >
        <MenuItems name={name}>
          {stages.map((stage) => (
            <MenuChoice
              key={stage.id}
              icon={<StageGlyph kind={stage.kind} />}
              isChosen={stage.id === row.stage.id}
              onSelect={() => moves.move(row, stage, true)}
            >
              {stage.id === row.stage.id ? nameOf(stage) : t('moveTo', { stage: nameOf(stage) })}
            </MenuChoice>
          ))}
        </MenuItems>
      </Menu>
    </span>
  );
}

function cardBeside(handle: Element, step: -1 | 1): HTMLElement | null {
  const card = handle.closest('li');
  const beside = step === 1 ? card?.nextElementSibling : card?.previousElementSibling;
  return beside?.querySelector<HTMLElement>(HANDLES) ?? null;
}
