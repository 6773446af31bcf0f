'use client';

import { type DragEvent, type ReactNode, useRef, useState } from 'react';

type DropZoneProps = { onDrop: (files: File[]) => void; isOff?: boolean; className?: string; children: ReactNode };

/** Where files may be dropped. The button beside it does the same, for whoever has no mouse. A folder is no file, and left out. */
export function DropZone({ onDrop, isOff = false, className = '', children }: DropZoneProps) {
  const [isOver, setOver] = useState(false);
  // Every child that is crossed tells of it too.
  const depth = useRef(0);

  function crossed(event: DragEvent, by: 1 | -1) {
    if (isOff || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    depth.current = Math.max(0, depth.current + by);
    setOver(depth.current > 0);
  }

  function dropped(event: DragEvent) {
    if (isOff || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    depth.current = 0;
    setOver(false);
    const files = [...event.dataTransfer.items]
      .filter((item) => item.kind === 'file' && !item.webkitGetAsEntry()?.isDirectory)
      .map((item) => item.getAsFile())
      .filter((file) => file !== null);
    if (files.length > 0) onDrop(files);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is only the other way to what a button does
    <div
      className={`${className} ${isOver ? 'outline-2 outline-accent -outline-offset-2' : ''}`}
      onDragEnter={(event) => crossed(event, 1)}
      onDragLeave={(event) => crossed(event, -1)}
      onDragOver={(event) => {
        // Without this the browser opens the file instead of the page.
        if (!isOff && event.dataTransfer.types.includes('Files')) event.preventDefault();
      }}
      onDrop={dropped}
    >
      {children}
    </div>
  );
}
