import { MAX_PHOTO_MEGAPIXELS } from './limits.ts';
import type { Picture } from './picture.ts';
import { kindOfHead } from './sniff-head.ts';
import { stripJpeg } from './strip-jpeg.ts';
import { stripPng } from './strip-png.ts';
import { stripWebp } from './strip-webp.ts';

const PIXELS_A_MEGAPIXEL = 1_000_000;

/** What a photo that is none holds instead: each has its words in the refusal's sentence. */
export type NotPhoto = 'text' | 'pdf' | 'gif' | 'heic' | 'damaged' | 'other';

export type StrippedPhoto =
  | ({ kind: 'picture' } & Picture)
  | { kind: 'noPicture'; found: NotPhoto }
  | { kind: 'tooManyPixels'; width: number; height: number };

/**
 * A photo without the place where it was taken, and without anything else that does not change how it looks: who looks for a
 * place in what cameras write finds it in more than one, some of them the makers' own secret. What a decoder needs is kept by
 * name, the pixels byte for byte as they were uploaded (S1.13).
 */
export function stripLocation(file: Uint8Array): StrippedPhoto {
  const kind = kindOfHead(file);
  if (kind !== 'jpeg' && kind !== 'png' && kind !== 'webp') return { kind: 'noPicture', found: inWords(kind) };

  const picture = { jpeg: stripJpeg, png: stripPng, webp: stripWebp }[kind](file);
  if (!picture || picture.width === 0 || picture.height === 0) return { kind: 'noPicture', found: 'damaged' };

  const { width, height } = picture;
  if (width * height > MAX_PHOTO_MEGAPIXELS * PIXELS_A_MEGAPIXEL) return { kind: 'tooManyPixels', width, height };
  return { kind: 'picture', ...picture };
}

function inWords(kind: ReturnType<typeof kindOfHead>): NotPhoto {
  return kind === 'text' || kind === 'pdf' || kind === 'gif' || kind === 'heic' ? kind : 'other';
}
