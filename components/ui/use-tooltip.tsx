'use client';

import { type KeyboardEvent, type PointerEvent, type ReactNode, type SyntheticEvent, useEffect, useId, useRef } from 'react';

const HOVER_DELAY_MS = 400;
const GAP_PX = 6;
const EDGE_PX = 8;

/**
 * A tooltip on a native element: spread `triggerProps` on it and render `tooltip` beside it.
 * It lies in the browser's top layer, so no panel clips it and no dialog makes it inert.
 */
export function useTooltip(text: string | undefined, { describes = true }: { describes?: boolean } = {}) {
  const id = useId();
  const bubble = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  function show(trigger: Element) {
    const element = bubble.current;
    if (!text || !element?.isConnected || !trigger.isConnected) return;

    element.showPopover();
    place(element, trigger.getBoundingClientRect());
  }

  function hide() {
    clearTimeout(timer.current);
    if (bubble.current?.matches(':popover-open')) bubble.current.hidePopover();
  }

  useEffect(() => () => clearTimeout(timer.current), []);

  const triggerProps = {
    'aria-describedby': text && describes ? id : undefined,
    onPointerEnter(event: PointerEvent<Element>) {
      const trigger = event.currentTarget;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => show(trigger), HOVER_DELAY_MS);
    },
    onPointerLeave: hide,
    onFocus(event: SyntheticEvent<Element>) {
      if (event.currentTarget.matches(':focus-visible')) show(event.currentTarget);
    },
    onBlur: hide,
    onKeyDown(event: KeyboardEvent<Element>) {
      if (event.key === 'Escape') hide();
    },
  };

  const tooltip: ReactNode = text ? (
    <span ref={bubble} id={id} role="tooltip" popover="manual" className="tooltip pointer-events-none fixed m-0">
      {text}
    </span>
  ) : null;

  return { triggerProps, tooltip, show, hide };
}

/** Above the trigger where there is room, else below; never over the edge of the window. */
function place(bubble: HTMLElement, trigger: DOMRect) {
  const { offsetWidth: width, offsetHeight: height } = bubble;
  const above = trigger.top - height - GAP_PX;
  const centred = trigger.left + trigger.width / 2 - width / 2;
  const rightmost = document.documentElement.clientWidth - width - EDGE_PX;

  bubble.style.inset = 'auto';
  bubble.style.top = `${above >= EDGE_PX ? above : trigger.bottom + GAP_PX}px`;
  bubble.style.left = `${Math.max(EDGE_PX, Math.min(centred, rightmost))}px`;
}
