/** What may be stored (S2.35b), told by what is inside. Names end as one of the extensions, the first where they end otherwise. */
export const FILE_KINDS = {
  mp3: { mediaType: 'audio/mpeg', extensions: ['mp3'] },
  jpeg: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  png: { mediaType: 'image/png', extensions: ['png'] },
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'] },
  zip: { mediaType: 'application/zip', extensions: ['zip'] },
  rar: { mediaType: 'application/vnd.rar', extensions: ['rar'] },
  doc: { mediaType: 'application/msword', extensions: ['doc', 'dot'] },
  xls: { mediaType: 'application/vnd.ms-excel', extensions: ['xls', 'xlt'] },
  ppt: { mediaType: 'application/vnd.ms-powerpoint', extensions: ['ppt', 'pps', 'pot'] },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx', 'docm', 'dotx'],
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx', 'xlsm', 'xltx'],
  },
  pptx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    extensions: ['pptx', 'pptm', 'ppsx', 'potx'],
  },
  odt: { mediaType: 'application/vnd.oasis.opendocument.text', extensions: ['odt', 'ott'] },
  ods: { mediaType: 'application/vnd.oasis.opendocument.spreadsheet', extensions: ['ods', 'ots'] },
  odp: { mediaType: 'application/vnd.oasis.opendocument.presentation', extensions: ['odp', 'otp'] },
  odg: { mediaType: 'application/vnd.oasis.opendocument.graphics', extensions: ['odg', 'otg'] },
  text: { mediaType: 'text/plain', extensions: ['txt', 'csv'] },
} as const satisfies Record<string, { mediaType: string; extensions: readonly [string, ...string[]] }>;

export type FileKind = keyof typeof FILE_KINDS;

/** What a chooser of files offers first. The name decides nothing: what is inside does. */
export const ACCEPTED_EXTENSIONS = Object.values(FILE_KINDS)
  .flatMap(({ extensions }) => extensions.map((extension) => `.${extension}`))
  .join(',');

/** Text has one kind inside; only its name says that it is a table. */
export function mediaTypeOf(kind: FileKind, name: string): string {
  return kind === 'text' && /\.csv$/i.test(name) ? 'text/csv' : FILE_KINDS[kind].mediaType;
}
