'use client';

import { CircleAlert } from 'lucide-react';
import { Toaster as Sonner, toast } from 'sonner';

const ERROR_STAYS_MS = Number.POSITIVE_INFINITY;

/** One sentence, for things that are not calls. Errors stay until they are closed. */
export function Toaster({ label, closeLabel }: { label: string; closeLabel: string }) {
  return (
    <Sonner
      position="bottom-left"
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

export function showMessage(text: string, action?: { label: string; onClick: () => void }): void {
  toast(text, { action });
}

export function showError(text: string, action?: { label: string; onClick: () => void }): void {
  toast.error(text, { action, duration: ERROR_STAYS_MS });
}
