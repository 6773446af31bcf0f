export type FigureTile = { label: string; value: string; hint: string; isAlarming?: boolean };

/** What one wants to know first. */
export function FigureTiles({ tiles }: { tiles: FigureTile[] }) {
  return (
    <dl className="panel grid grid-cols-2 overflow-clip sm:grid-cols-3 xl:grid-cols-5">
      {tiles.map(({ label, value, hint, isAlarming }) => (
        <div key={label} className="-me-px -mb-px flex flex-col border-separator border-e border-b px-4 py-3">
          <dt className="font-medium text-muted text-xs">{label}</dt>
          <dd className="num font-semibold text-xl">{value}</dd>
          <dd className={`text-xs ${isAlarming ? 'text-missed' : 'text-muted'}`}>{hint}</dd>
        </div>
      ))}
    </dl>
  );
}
