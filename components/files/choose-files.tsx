'use client';

import { type ReactNode, useRef } from 'react';
import { Button } from '../ui/button';
import type { Intent } from '../ui/button-class';
import { IconButton } from '../ui/icon-button';

type ChooseFilesProps = {
  label: string;
  icon?: ReactNode;
  intent?: Intent;
  /** Only the icon; the label is its name. */
  isIconOnly?: boolean;
  accept: string;
  onChoose: (files: File[]) => void;
};

/** A button that opens the system's own chooser of files. */
export function ChooseFiles({ label, icon, intent, isIconOnly = false, accept, onChoose }: ChooseFilesProps) {
  const input = useRef<HTMLInputElement>(null);
  const open = () => input.current?.click();

  return (
    <>
      {isIconOnly ? (
        <IconButton size="sm" name={label} icon={icon} onClick={open} />
      ) : (
        <Button size="sm" intent={intent} icon={icon} onClick={open}>
          {label}
        </Button>
      )}
      <FileInput ref={input} label={label} accept={accept} isMultiple onChoose={onChoose} />
    </>
  );
}

type FileInputProps = {
  ref: React.Ref<HTMLInputElement>;
  label: string;
  accept: string;
  isMultiple?: boolean;
  onChoose: (files: File[]) => void;
};

/** Out of sight: what is pressed stands beside it. */
export function FileInput({ ref, label, accept, isMultiple = false, onChoose }: FileInputProps) {
  return (
    <input
      ref={ref}
      type="file"
      hidden
      aria-label={label}
      accept={accept}
      multiple={isMultiple}
      onChange={(event) => {
        const files = [...(event.target.files ?? [])];
        // The same file may be chosen a second time.
        event.target.value = '';
        if (files.length > 0) onChoose(files);
      }}
    />
  );
}
