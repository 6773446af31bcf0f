import type { Migration } from './migrations.ts';

export type Applied = { name: string; checksum: string; isFinished: boolean };

export type Plan = { isRefused: false; pending: Migration[] } | { isRefused: true; why: string };

/** What there is to apply, or why nothing may be: history is only ever added to. */
export function planMigrations(files: Migration[], applied: Applied[]): Plan {
  const unfinished = applied.find((row) => !row.isFinished);
  if (unfinished) return refuse(`${unfinished.name} was begun and never finished by another tool; mend it first.`);

  const known = new Map(files.map((file) => [file.name, file]));
  for (const row of applied) {
    const file = known.get(row.name);
    if (!file) return refuse(`${row.name} is applied, but its file is gone: this database belongs to a newer version.`);
    if (file.checksum !== row.checksum)
      return refuse(`${row.name} was changed after it had been applied; write a new migration instead.`);
  }

  const done = new Set(applied.map((row) => row.name));
  const pending = files.filter((file) => !done.has(file.name));
  const newest =
    applied
      .map((row) => row.name)
      .sort()
      .at(-1) ?? '';
  const late = pending.find((file) => file.name < newest);
  if (late) return refuse(`${late.name} is older than ${newest}, which is already applied; give it a later time.`);
  return { isRefused: false, pending };
}

function refuse(why: string): Plan {
  return { isRefused: true, why: `The database cannot be migrated: ${why}` };
}
