import { Check, CircleAlert } from 'lucide-react';
import type { SavingNote } from './use-setting';

/** "Saved", quietly; or why not. */
export function SavedNote({ note }: { note: SavingNote }) {
  return (
    <p
      role="status"
      className={`flex min-h-5 items-center gap-1 text-xs ${note?.isSaved === false ? 'field-error' : 'text-muted'}`}
    >
      {note &&
        (note.isSaved ? (
          <Check aria-hidden="true" className="size-3.5" />
        ) : (
          <CircleAlert aria-hidden="true" className="size-3.5" />
        ))}
      {note?.sentence}
    </p>
  );
}
