import { TriangleAlert } from 'lucide-react';
import { splitNote } from '../calls/caller';

/** A warning or an instruction (S1.7). Red only where the customer is a problem. */
export function CustomerNote({ note, isProblem }: { note: string; isProblem: boolean }) {
  if (!note) return null;
  const { first, rest } = splitNote(note);

  return (
    <p className={`flex gap-2 rounded-md p-2.5 ${isProblem ? 'bg-missed-soft' : 'bg-surface-secondary'}`}>
      <TriangleAlert aria-hidden="true" className={`mt-0.5 size-4 shrink-0 ${isProblem ? 'text-missed' : 'text-ringing'}`} />
      <bdi className="wrap-anywhere min-w-0 whitespace-pre-line">
        <strong className="font-semibold">{first}</strong> {rest}
      </bdi>
    </p>
  );
}
