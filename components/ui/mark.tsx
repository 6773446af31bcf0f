/** The handset lifted off its cradle. Decorative: the name stands beside it. */
export function Mark({ className = '' }: { className?: string }) {
  return (
    <svg viewBox="0 0 28 28" aria-hidden="true" className={`shrink-0 text-accent ${className}`}>
      <rect width="28" height="28" rx="7" fill="currentColor" />
      <g className="fill-white">
        <path d="M6 11.4C6 8.7 9.6 7 14 7s8 1.7 8 4.4c0 1-.7 1.6-1.6 1.6h-2c-1 0-1.6-.6-1.8-1.4-.2-1-1-1.6-2.6-1.6s-2.4.6-2.6 1.6c-.2.8-.8 1.4-1.8 1.4h-2C6.7 13 6 12.4 6 11.4Z" />
        <rect x="7" y="19" width="14" height="2" rx="1" />
      </g>
    </svg>
  );
}
