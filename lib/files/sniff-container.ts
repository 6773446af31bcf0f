import { latin1, startsWith, viewOf } from './bytes.ts';
import { FILE_KINDS, type FileKind } from './media-types.ts';

/** A file that can be looked into at any place, without having it in memory. */
export type ByteSource = { bytes: number; read: (offset: number, length: number) => Promise<Uint8Array> };

const LONGEST_DIRECTORY_BYTES = 1024 * 1024;

/** What kind of office document a ZIP is; a plain ZIP where it is none. */
export async function kindOfZip(file: ByteSource): Promise<FileKind> {
  const head = await file.read(0, 200);
  // OpenDocument says what it is in its first entry, which stands there as it is.
  if (startsWith(head, 'mimetype', 30)) {
    const said = latin1(head.subarray(38));
    const openDocument = (['odt', 'ods', 'odp', 'odg'] as const).find((kind) => said.startsWith(FILE_KINDS[kind].mediaType));
    if (openDocument) return openDocument;
  }

  const names = await entryNames(file);
  if (!names.includes('[Content_Types].xml')) return 'zip';
  if (names.some((name) => name.startsWith('word/'))) return 'docx';
  if (names.some((name) => name.startsWith('xl/'))) return 'xlsx';
  if (names.some((name) => name.startsWith('ppt/'))) return 'pptx';
  return 'zip';
}

const END_RECORD = 'PK\u0005\u0006';
const END_RECORD_BYTES = 22;
const LONGEST_COMMENT_BYTES = 0xffff;
const ENTRY = 'PK\u0001\u0002';
const ENTRY_BYTES = 46;

/** The names in a ZIP's directory, which stands at its end; none where it is broken. */
async function entryNames(file: ByteSource): Promise<string[]> {
  const tailBytes = Math.min(file.bytes, END_RECORD_BYTES + LONGEST_COMMENT_BYTES);
  const tail = await file.read(file.bytes - tailBytes, tailBytes);
  const end = latin1(tail).lastIndexOf(END_RECORD);
  if (end < 0 || end + END_RECORD_BYTES > tail.length) return [];

  const record = viewOf(tail.subarray(end));
  const [size, start] = [record.getUint32(12, true), record.getUint32(16, true)];
  if (start + size > file.bytes) return [];

  const directory = await file.read(start, Math.min(size, LONGEST_DIRECTORY_BYTES));
  const view = viewOf(directory);
  const names: string[] = [];
  let at = 0;
  while (at + ENTRY_BYTES <= directory.length && startsWith(directory, ENTRY, at)) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [number, number, number];
    names.push(latin1(directory.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + name)));
    at += ENTRY_BYTES + name + extra + comment;
  }
  return names;
}

const OLD_OFFICE: [FileKind, string][] = [
  ['doc', 'WordDocument'],
  ['xls', 'Workbook'],
  ['xls', 'Book'],
  ['ppt', 'PowerPoint Document'],
];
const DIRECTORY_ENTRY_BYTES = 128;

/**
 * What kind of old office document a compound file is. Installers and mails are compound files too, and no document of these:
 * null. The streams' names stand in the directory, where the header says it begins.
 */
export async function kindOfCompound(file: ByteSource): Promise<FileKind | null> {
  const header = await file.read(0, 512);
  if (header.length < 512) return null;

  const view = viewOf(header);
  const sectorShift = view.getUint16(30, true);
  if (sectorShift !== 9 && sectorShift !== 12) return null;
  const sectorBytes = 1 << sectorShift;
  const start = (view.getUint32(48, true) + 1) * sectorBytes;
  // More entries than the first sectors hold belong to pictures and macros inside: Office writes its own first.
  const directory = await file.read(start, DIRECTORY_ENTRY_BYTES * 32);

  const names = new Set<string>();
  for (let at = 0; at + DIRECTORY_ENTRY_BYTES <= directory.length; at += DIRECTORY_ENTRY_BYTES) {
    const nameBytes = Math.min(64, viewOf(directory).getUint16(at + 64, true));
    names.add(Buffer.from(directory.subarray(at, at + Math.max(0, nameBytes - 2))).toString('utf16le'));
  }
  return OLD_OFFICE.find(([, stream]) => names.has(stream))?.[0] ?? null;
}
