'use client';

import { CircleAlert } from 'lucide-react';
import { useEffect } from 'react';
import { Toaster as Sonner, toast } from 'sonner';
import { type Message, takeMessages } from './show-message';

/** Time to see that a step was a slip, and to take it back. */
const ACTION_STAYS_MS = 10_000;
const ERROR_STAYS_MS = Number.POSITIVE_INFINITY;
/** The foot of a delivery holds its buttons: no message may cover them. */
const ABOVE_FOOT = { bottom: '5rem' };
const ABOVE_FOOT_ON_PHONE = { bottom: '10rem' };
const AT_THE_EDGE = { bottom: '1rem' };

/** `hasFoot`: whether the pages here end in a row of buttons. */
export type ToastTexts = { label: string; closeLabel: string; hasFoot?: boolean };

export function ToastHost({ label, closeLabel, hasFoot = true }: ToastTexts) {
  // After Sonner's own effect: it listens by then.
  useEffect(() => takeMessages(display, (id) => void toast.dismiss(id)), []);

  return (
    <Sonner
      position="bottom-left"
      offset={hasFoot ? ABOVE_FOOT : AT_THE_EDGE}
      mobileOffset={hasFoot ? ABOVE_FOOT_ON_PHONE : AT_THE_EDGE}
      containerAriaLabel={label}
      closeButton
      icons={{ error: <CircleAlert aria-hidden="true" className="size-4 text-missed" /> }}
      toastOptions={{
        unstyled: true,
        closeButtonAriaLabel: closeLabel,
        classNames: { toast: 'toast-line', closeButton: 'toast-close' },
      }}
    />
  );
}

function display({ id, text, isError, action }: Message): void {
  if (isError) toast.error(text, { id, action, duration: ERROR_STAYS_MS });
  else toast(text, { id, action, duration: action && ACTION_STAYS_MS });
}
