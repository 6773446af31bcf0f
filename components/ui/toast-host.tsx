'use client';

import { CircleAlert } from 'lucide-react';
import { useEffect } from 'react';
import { Toaster as Sonner, toast } from 'sonner';
import { type Message, takeMessages } from './show-message';

const ERROR_STAYS_MS = Number.POSITIVE_INFINITY;
/** The foot of a delivery holds its buttons: no message may cover them. */
const ABOVE_FOOT = { bottom: '5rem' };
const ABOVE_FOOT_ON_PHONE = { bottom: '10rem' };

export function ToastHost({ label, closeLabel }: { label: string; closeLabel: string }) {
  // After Sonner's own effect: it listens by then.
  useEffect(() => takeMessages(display, (id) => void toast.dismiss(id)), []);

  return (
    <Sonner
      position="bottom-left"
      offset={ABOVE_FOOT}
      mobileOffset={ABOVE_FOOT_ON_PHONE}
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
  else toast(text, { id, action });
}
