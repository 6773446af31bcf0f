export type FigureTile = { label: string; value: string; hint: string; isAlarming?: boolean };

/** What one wants to know first. */
export function FigureTiles({ tiles }: { tiles: FigureTile[] }) {
  return (
    <dl className="panel grid grid-cols-2 overflow-clip xl:grid-cols-[1fr_1fr_1fr_1.3fr_1.3fr] max-xl:[&>:first-child]:col-span-2">
      {tiles.map(({ label, value, hint, isAlarming }) => (
        <div key={label} className="-me-px -mb-px flex flex-col border-separator border-e border-b px-4 py-3">
          <dt className="font-medium text-muted text-xs">{label}</dt>
          <dd className="num whitespace-nowrap font-semibold text-lg sm:text-xl">{value}</dd>
          <dd className={`text-xs ${isAlarming ? 'text-missed' : 'text-muted'}`}>{hint}</dd>
        </div>
      ))}
    </dl>
  );
}
