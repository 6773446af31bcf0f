const WIDTHS = ['w-40', 'w-28', 'w-48', 'w-32', 'w-36'];

/** Rows of the real height with grey bars. They come after 150 ms, so that a fast page never flashes. */
export function SkeletonRows({ rows = 8, label }: { rows?: number; label: string }) {
  const each = Array.from({ length: rows }, (_, row) => row);

  return (
    <div role="status" aria-label={label} className="appear-late">
      {each.map((row) => (
        <div key={row} aria-hidden="true" className="flex h-(--row-height) items-center gap-3 border-separator border-b px-3">
          <span className="h-2.5 w-9 rounded bg-surface-tertiary" />
          <span className={`h-2.5 rounded bg-surface-tertiary ${WIDTHS[row % WIDTHS.length]}`} />
          <span className="ms-auto h-2.5 w-14 rounded bg-surface-tertiary" />
        </div>
      ))}
    </div>
  );
}
