/** What is compressed of a build's files, by the end of their names; fonts and pictures are so already. */
export const COMPRESSED_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The copies that stand beside each such file, the smallest first: `app.js`, `app.js.br`, `app.js.gz`. */
export const ENCODINGS = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const;
