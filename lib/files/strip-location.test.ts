import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { latin1 } from './bytes.ts';
import { readOrientation, writeOrientation } from './exif-orientation.ts';
import { MAX_PHOTO_MEGAPIXELS } from './limits.ts';
import { stripLocation } from './strip-location.ts';
import { exifWithPlace, join, jpeg, PLACE, png, pngChunk, segment, text, webp, webpChunk } from './testing.ts';

const EXIF = 'Exif\u0000\u0000';

function stripped(file: Uint8Array): Uint8Array {
  const photo = stripLocation(file);
  if (photo.kind !== 'picture') throw new Error(`It was taken for ${JSON.stringify(photo)}`);
  return join(...photo.parts);
}

describe('[S1.13] a JPEG', () => {
  const telling = [
    segment(0xe1, join(EXIF, exifWithPlace(6))),
    segment(0xe1, `http://ns.adobe.com/xap/1.0/\u0000<exif:GPSLatitude>${PLACE}`),
    segment(0xed, `Photoshop 3.0\u00008BIM ${PLACE} Warszawa`),
    segment(0xe2, `MPF\u0000${PLACE}`),
    segment(0xe5, `a maker's own ${PLACE}`),
    segment(0xfe, `taken at ${PLACE}`),
  ];
  const needed = [
    segment(0xe0, 'JFIF\u0000density'),
    segment(0xe2, 'ICC_PROFILE\u0000colours'),
    segment(0xee, 'Adobe transform'),
  ];

  test('loses every word of where it was taken, wherever it stands', () => {
    const file = jpeg({ before: [...needed, ...telling], between: segment(0xfe, PLACE), after: text(`a film from ${PLACE}`) });
    expect(latin1(file)).toContain(PLACE);
    expect(latin1(stripped(file))).not.toContain(PLACE);
  });

  test('is otherwise the same, byte for byte: tables, colours, scans', () => {
    const between = segment(0xc4, 'second table');
    expect(stripped(jpeg({ before: [...needed, ...telling.slice(1)], between, after: text('x') }))).toEqual(
      jpeg({ before: needed, between }),
    );
  });

  test('keeps how the camera was held, and nothing else that the camera said', () => {
    const [density = text(''), ...colours] = needed;
    const turned = segment(0xe1, join(EXIF, writeOrientation(6)));
    expect(stripped(jpeg({ before: [density, ...telling, ...colours] }))).toEqual(
      jpeg({ before: [density, turned, ...colours] }),
    );
    expect(readOrientation(writeOrientation(6))).toBe(6);
  });

  test('that says nothing stays as it is', () => {
    expect(stripped(jpeg({ before: needed }))).toEqual(jpeg({ before: needed }));
  });

  test('has its pixels untouched, whatever they are', () => {
    // What a scan may hold: any byte, but a marker's first one only stuffed or before a restart.
    const scanByte = fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: 0, max: 0xfe }).map((byte) => [byte]) },
      { weight: 2, arbitrary: fc.constant([0xff, 0x00]) },
      { weight: 1, arbitrary: fc.integer({ min: 0xd0, max: 0xd7 }).map((restart) => [0xff, restart]) },
    );
    const scans = fc.array(scanByte, { maxLength: 400 }).map((bytes) => Uint8Array.from(bytes.flat()));
    fc.assert(
      fc.property(scans, fc.shuffledSubarray([...needed, ...telling]), (scan, before) => {
        const kept = before.filter((part) => needed.includes(part));
        const photo = stripped(jpeg({ before, scan, after: text(PLACE) }));
        const turned = before.includes(telling[0] ?? text(''));
        if (!turned) expect(photo).toEqual(jpeg({ before: kept, scan }));
        expect(latin1(photo)).toContain(latin1(scan));
        expect(latin1(photo)).not.toContain(PLACE);
      }),
    );
  });

  test('that was cut off inside its pixels is shown as far as it goes', () => {
    const file = jpeg();
    expect(stripped(file.subarray(0, -4))).toEqual(join(file.subarray(0, -4), [0xff, 0xd9]));
  });
});

describe('[S1.13] a PNG', () => {
  const colours = [pngChunk('gAMA', '1234'), pngChunk('iCCP', 'colours')];
  const telling = [
    pngChunk('tEXt', `Location\u0000${PLACE}`),
    pngChunk('iTXt', `XML:com.adobe.xmp ${PLACE}`),
    pngChunk('tIME', 'then'),
  ];

  test('loses its texts and what stands behind its end, and keeps its colours and pixels', () => {
    expect(stripped(png({ before: [...telling, ...colours], after: text(PLACE) }))).toEqual(png({ before: colours }));
  });

  test('keeps how the camera was held', () => {
    const photo = stripped(png({ before: [pngChunk('eXIf', exifWithPlace(8)), ...colours] }));
    expect(photo).toEqual(png({ before: [pngChunk('eXIf', writeOrientation(8)), ...colours] }));
  });
});

describe('[S1.13] a WebP', () => {
  const behind = [webpChunk('EXIF', exifWithPlace(3)), webpChunk('XMP ', `<exif:GPSLatitude>${PLACE}`)];

  test('loses Exif, XMP and what it says of having them, and keeps how the camera was held', () => {
    const photo = stripped(webp({ flags: 0x0c | 0x20, behind, after: text(PLACE) }));
    expect(latin1(photo)).not.toContain(PLACE);
    expect(photo).toEqual(webp({ flags: 0x08 | 0x20, behind: [webpChunk('EXIF', writeOrientation(3))] }));
  });

  test('that says nothing stays as it is', () => {
    expect(stripped(webp())).toEqual(webp());
  });
});

describe('a photo that is no picture', () => {
  test.each([
    ['text', text('<svg onload="alert(1)">')],
    ['pdf', text('%PDF-1.7')],
    ['gif', text('GIF89a')],
    ['heic', join([0, 0, 0, 24], 'ftypheic')],
    ['other', join('MZ', [0, 0, 0])],
    ['damaged', jpeg().subarray(0, 30)],
    ['damaged', png().subarray(0, 40)],
    ['damaged', webp().subarray(0, 30)],
    ['damaged', jpeg({ width: 0 })],
    ['damaged', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff)],
  ])('is refused as %s', (found, file) => {
    expect(stripLocation(file)).toEqual({ kind: 'noPicture', found });
  });

  test('never breaks what reads it, whatever follows the first bytes', () => {
    const begins = [jpeg().subarray(0, 4), png().subarray(0, 8), webp().subarray(0, 12)];
    fc.assert(
      fc.property(fc.constantFrom(...begins), fc.uint8Array({ maxLength: 200 }), (begin, rest) => {
        expect(['picture', 'noPicture', 'tooManyPixels']).toContain(stripLocation(join(begin, rest)).kind);
      }),
    );
  });
});

describe('a small file that would fill the memory of who looks at it', () => {
  test.each([
    ['JPEG', jpeg({ width: 60_000, height: 60_000 })],
    ['PNG', png({ width: 2_000_000_000, height: 1_000 })],
    ['WebP', webp({ width: 16_000, height: 16_000 })],
  ])('is refused as a %s', (_, file) => {
    expect(stripLocation(file)).toMatchObject({ kind: 'tooManyPixels' });
  });

  test('the most pixels that are shown are exactly as many as said', () => {
    const width = 10_000;
    const height = (MAX_PHOTO_MEGAPIXELS * 1_000_000) / width;
    expect(stripLocation(png({ width, height }))).toMatchObject({ kind: 'picture', width, height });
    expect(stripLocation(png({ width, height: height + 1 }))).toMatchObject({ kind: 'tooManyPixels' });
  });
});
