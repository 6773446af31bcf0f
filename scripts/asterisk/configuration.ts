/** One value in a file of Asterisk's: `[section]` `key = value`. */
export type Change = { file: string; section: string; key: string; value: string };

const SECTION = /^\[([^\]]+)\]/;
const LOAD = /^\s*(?:load|preload|require)\s*=>?\s*(\S+)/;

/**
 * Sets values that are there, and leaves everything else as it was. Several sections may have one name, as in pjsip.conf: the first
 * that has the key is meant. Throws where none has, so that what the tests run cannot drift from what is documented.
 */
export function applyChanges(file: string, text: string, changes: readonly Change[]): string {
  return changes.filter((change) => change.file === file).reduce(setValue, text);
}

function setValue(text: string, { file, section, key, value }: Change): string {
  const lines = text.split('\n');
  const entry = new RegExp(`^(\\s*${escaped(key)}\\s*=>?\\s*)`);
  let current = '';
  for (const [index, line] of lines.entries()) {
    current = line.match(SECTION)?.[1] ?? current;
    const [start] = (current === section && line.match(entry)) || [];
    if (start === undefined) continue;

    lines[index] = start + value;
    return lines.join('\n');
  }
  throw new Error(`${file} has no "${key}" in [${section}].`);
}

/** Leaves out the modules that this Asterisk does not have: it would complain of each. */
export function withoutMissingModules(text: string, isThere: (module: string) => boolean): string {
  return text
    .split('\n')
    .filter((line) => {
      const [, module] = line.match(LOAD) ?? [];
      return module === undefined || isThere(module);
    })
    .join('\n');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
