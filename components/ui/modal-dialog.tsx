'use client';

import { Modal } from '@heroui/react';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useEffectEvent, useId } from 'react';
import { IconButton } from './icon-button';

export type DialogProps = {
  title: string;
  onClose: () => void;
  children: ReactNode;
  footer?: ReactNode;
  /** `wide` has columns of its own. */
  size?: 'sm' | 'md' | 'lg' | 'wide';
  /** Below the title: whom or what it is about. */
  about?: ReactNode;
  /** Stands at the right of the title. */
  note?: string;
  /** The content has its own padding, up to the edges. */
  isFlush?: boolean;
};

/** Render it only while it is open. Esc, the cross and a press beside it close it. */
export function ModalDialog({ title, onClose, children, footer, size = 'md', about, note, isFlush = false }: DialogProps) {
  const t = useTranslations('shell');
  const aboutId = useId();
  useEscapeOutside(onClose);

  return (
    <Modal.Backdrop isOpen isDismissable onOpenChange={(isOpen) => !isOpen && onClose()} className="modal__backdrop--beside-dock">
      <Modal.Container size={size === 'wide' ? 'lg' : size} placement="center" className={size === 'wide' ? 'w-full' : undefined}>
        <Modal.Dialog className={size === 'wide' ? 'max-w-[61.5rem]' : undefined} aria-describedby={about ? aboutId : undefined}>
          <Modal.Header
            className={`flex h-14 flex-row items-center justify-between gap-3 border-separator border-b ${isFlush ? 'px-4' : 'px-6'}`}
          >
            <div className="min-w-0">
              <Modal.Heading className="font-semibold text-base">{title}</Modal.Heading>
              {about && (
                <p id={aboutId} className="truncate leading-5">
                  {about}
                </p>
              )}
            </div>
            {note !== undefined && (
              <span role="status" className="ms-auto shrink-0 text-muted max-sm:sr-only">
                {note}
              </span>
            )}
            <IconButton name={t('close')} icon={<X aria-hidden="true" />} onClick={onClose} />
          </Modal.Header>
          <Modal.Body className={`overflow-y-auto ${isFlush ? '' : 'px-6 py-4'}`}>{children}</Modal.Body>
          {footer && (
            <Modal.Footer
              className={`flex min-h-14 items-center justify-end gap-2 border-separator border-t ${isFlush ? 'px-4' : 'px-6'}`}
            >
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
