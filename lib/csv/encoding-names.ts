export const ENCODINGS = ['utf-8', 'windows-1250', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof ENCODINGS)[number];
