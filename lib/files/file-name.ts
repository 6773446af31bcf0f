import { MAX_FILE_NAME_CHARACTERS } from './limits.ts';
import { FILE_KINDS, type FileKind } from './media-types.ts';

const NAMELESS = 'file';
const LONGEST_EXTENSION = 10;

/**
 * A name as it can be shown and saved under: no path, no control characters, nothing invisible, and nothing that turns the
 * direction of writing, by which `gpj.exe` reads as a picture. Too long a one loses of its middle, never its ending.
 */
export function cleanFileName(given: string): string {
  const name = (given.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '')
    // Cf is what formats without being seen; the joiners inside it are letters' own in some scripts and emoji.
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\uFFFD]|(?![\u200C\u200D])\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    // Leading dots hide a file, trailing ones and spaces are lost on Windows.
    .replace(/^[.\s]+|[.\s]+$/gu, '');
  if (name === '') return NAMELESS;

  const letters = [...name];
  if (letters.length <= MAX_FILE_NAME_CHARACTERS) return name;
  const ending = extensionOf(name);
  const tail = ending && ending.length <= LONGEST_EXTENSION ? `.${ending}` : '';
  return `${letters
    .slice(0, MAX_FILE_NAME_CHARACTERS - [...tail].length - 1)
    .join('')
    .trimEnd()}…${tail}`;
}

/** The name with an ending that says what is inside: text called `photo.jpg` is shown, and saved, as `photo.jpg.txt`. */
export function nameOfKind(name: string, kind: FileKind): string {
  const [usual, ...others] = FILE_KINDS[kind].extensions;
  const ending = extensionOf(name)?.toLowerCase();
  const isHonest = ending !== undefined && [usual, ...others].some((extension) => extension === ending);
  return isHonest ? name : `${name}.${usual}`;
}

function extensionOf(name: string): string | undefined {
  return /\.([^.\s]+)$/u.exec(name)?.[1];
}
