'use client';

import { Modal } from '@heroui/react';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { IconButton } from './icon-button';

export type DialogProps = {
  title: string;
  onClose: () => void;
  children: ReactNode;
  footer?: ReactNode;
  size?: 'sm' | 'md' | 'lg';
};

/** Render it only while it is open. Esc, the cross and a press beside it close it. */
export function ModalDialog({ title, onClose, children, footer, size = 'md' }: DialogProps) {
  const t = useTranslations('shell');
  useEscapeOutside(onClose);

  return (
    <Modal.Backdrop isOpen isDismissable onOpenChange={(isOpen) => !isOpen && onClose()} className="modal__backdrop--beside-dock">
      <Modal.Container size={size} placement="center">
        <Modal.Dialog>
          <Modal.Header className="flex h-14 flex-row items-center justify-between gap-3 border-separator border-b px-6">
            <Modal.Heading className="font-semibold text-base">{title}</Modal.Heading>
            <IconButton name={t('close')} icon={<X aria-hidden="true" />} onClick={onClose} />
          </Modal.Header>
          <Modal.Body className="overflow-y-auto px-6 py-4">{children}</Modal.Body>
          {footer && (
            <Modal.Footer className="flex min-h-14 items-center justify-end gap-2 border-separator border-t px-6">
              {footer}
            </Modal.Footer>
          )}
        </Modal.Dialog>
      </Modal.Container>
    </Modal.Backdrop>
  );
}

/** The kit hears Esc only inside the dialog; here the focus may be in the dock, which stays usable. */
function useEscapeOutside(onClose: () => void) {
  const close = useEffectEvent((event: KeyboardEvent) => {
    const isInside = event.target instanceof Element && event.target.closest('[role="dialog"]');
    if (event.key === 'Escape' && !event.defaultPrevented && !isInside) onClose();
  });

  useEffect(() => {
    const listener = (event: KeyboardEvent) => close(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}
