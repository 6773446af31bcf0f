import { TriangleAlert } from 'lucide-react';
import { splitNote } from '../calls/caller';

/** A warning or an instruction (S1.7). Red only where the customer is a problem. A short one leaves the number in view while it rings. */
export function CustomerNote({ note, isProblem, isShort = false }: { note: string; isProblem: boolean; isShort?: boolean }) {
  if (!note) return null;
  const { first, rest } = splitNote(note);

  return (
    <p className={`flex gap-2 rounded-md p-2.5 ${isProblem ? 'bg-missed-soft' : 'bg-surface-secondary'}`}>
      <TriangleAlert aria-hidden="true" className={`mt-0.5 size-4 shrink-0 ${isProblem ? 'text-missed' : 'text-ringing'}`} />
      <bdi
        title={isShort ? note : undefined}
        className={`wrap-anywhere min-w-0 whitespace-pre-line ${isShort ? 'line-clamp-5' : ''}`}
      >
        <strong className="font-semibold">{first}</strong> {rest}
      </bdi>
    </p>
  );
}
