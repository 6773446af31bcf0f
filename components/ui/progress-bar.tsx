/** How much of something is done, between 0 and 1; `value` says it in words where a percentage is not enough. */
export function ProgressBar({ label, share, value }: { label: string; share: number; value?: string }) {
  const percent = Math.min(100, Math.max(0, Math.floor(share * 100)));

  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuetext={value}
      className="h-1.5 w-full overflow-hidden rounded bg-surface-tertiary"
    >
      <div className="h-full bg-accent" style={{ width: `${percent}%` }} />
    </div>
  );
}
