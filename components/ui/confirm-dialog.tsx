'use client';

import type { ReactNode } from 'react';
import { Button } from './button';
import { Dialog } from './dialog';

type ConfirmProps = {
  title: string;
  /** What it leads to. */
  children: ReactNode;
  act: string;
  cancel: string;
  isPending: boolean;
  onConfirm: () => void;
  onClose: () => void;
};

/** Asks once more before something that is not taken back with one press. */
export function ConfirmDialog({ title, children, act, cancel, isPending, onConfirm, onClose }: ConfirmProps) {
  const footer = (
    <>
      <Button onClick={onClose}>{cancel}</Button>
      <Button intent="danger" isPending={isPending} onClick={onConfirm}>
        {act}
      </Button>
    </>
  );

  return (
    <Dialog title={title} size="sm" onClose={onClose} footer={footer}>
      <p className="text-muted">{children}</p>
    </Dialog>
  );
}
