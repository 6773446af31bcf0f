'use client';

import { type ReactNode, useRef } from 'react';
import { Button } from '../ui/button';
import type { Intent } from '../ui/button-class';

type ChooseFilesProps = {
  label: string;
  icon?: ReactNode;
  intent?: Intent;
  accept: string;
  onChoose: (files: File[]) => void;
};

/** A button that opens the system's own chooser of files. */
export function ChooseFiles({ label, icon, intent, accept, onChoose }: ChooseFilesProps) {
  const input = useRef<HTMLInputElement>(null);

  return (
    <>
      <Button size="sm" intent={intent} icon={icon} onClick={() => input.current?.click()}>
        {label}
      </Button>
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
