import { describe, expect, test } from 'vitest';
import { mediaTypeOf } from './media-types.ts';
import { kindOfCompound, kindOfZip } from './sniff-container.ts';
import { kindOfHead } from './sniff-head.ts';
import { compound, join, jpeg, png, text, webp, zip } from './testing.ts';
import { textReader } from './text-reader.ts';

const source = (file: Uint8Array) => ({
  bytes: file.length,
  read: async (offset: number, length: number) => file.slice(offset, offset + length),
});

describe('[S2.35b] what a file is, is told by what is inside', () => {
  test.each([
    ['mp3', text('ID3\u0004\u0000')],
    ['mp3', Uint8Array.of(0xff, 0xfb, 0x90, 0x64)],
    ['jpeg', jpeg()],
    ['png', png()],
    ['webp', webp()],
    ['gif', text('GIF89a')],
    ['heic', join([0, 0, 0, 24], 'ftypheic')],
    ['pdf', text('%PDF-1.7\n')],
    ['zip', zip(['a.txt'])],
    ['zip', text('PK\u0005\u0006')],
    ['rar', text('Rar!\u001A\u0007\u0001\u0000')],
    ['cfb', compound([])],
    ['text', text('name;number\nHelena;600100105\n')],
    ['text', Buffer.from('zażółć gęślą jaźń', 'utf8')],
    ['text', Buffer.from([0x8c, 0xb9, 0xea, 0x0d, 0x0a])],
    ['text', Buffer.from('\uFEFFname\tnumber', 'utf16le')],
  ])('%s', (kind, file) => {
    expect(kindOfHead(file)).toBe(kind);
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['a program of Windows', join('MZ', [0x90, 0, 3, 0, 0, 0])],
    ['a program of Linux', join([0x7f], 'ELF', [2, 1, 1, 0])],
    ['a film', join([0, 0, 0, 24], 'ftypmp42')],
    ['text with a null in it', text('hello\u0000world')],
    ['sound of layer II', Uint8Array.of(0xff, 0xfd, 0x90, 0x64, 0x00)],
    ['wide text with a null in it', Buffer.from('\uFEFFa\u0000b', 'utf16le')],
  ])('%s is of no kind that is kept', (_, file) => {
    expect(kindOfHead(file)).toBeNull();
  });

  test('text stops being text in whatever chunk something else begins', () => {
    const readsOn = textReader();
    expect(readsOn(text('first,second\n'))).toBe(true);
    expect(readsOn(text('third\u0001'))).toBe(false);
  });
});

describe('[S2.35b] inside a container', () => {
  test.each([
    ['docx', zip(['[Content_Types].xml', '_rels/.rels', 'word/document.xml'])],
    ['xlsx', zip(['xl/workbook.xml', '[Content_Types].xml'])],
    ['pptx', zip(['[Content_Types].xml', 'ppt/presentation.xml'])],
    ['odt', zip(['mimetype', 'content.xml'], 'application/vnd.oasis.opendocument.text')],
    ['ods', zip(['mimetype', 'content.xml'], 'application/vnd.oasis.opendocument.spreadsheet')],
    ['zip', zip(['word/document.xml'])],
    ['zip', zip(['mimetype'], 'application/epub+zip')],
    ['zip', zip(['photo.jpg', 'photo2.jpg'])],
    ['zip', text('PK\u0003\u0004 and nothing that could be read')],
  ])('%s', async (kind, file) => {
    expect(await kindOfZip(source(file))).toBe(kind);
  });

  test.each([
    ['doc', compound(['1Table', 'WordDocument'])],
    ['xls', compound(['Workbook'])],
    ['ppt', compound(['Current User', 'PowerPoint Document'])],
    [null, compound(['\u0005SummaryInformation', 'Icon.exe'])],
    [null, compound([]).subarray(0, 100)],
  ])('an old document: %s', async (kind, file) => {
    expect(await kindOfCompound(source(file))).toBe(kind);
  });
});

test('text is a table where its name says so: nothing inside does', () => {
  expect(mediaTypeOf('text', 'prices.CSV')).toBe('text/csv');
  expect(mediaTypeOf('text', 'prices.txt')).toBe('text/plain');
  expect(mediaTypeOf('pdf', 'prices.csv')).toBe('application/pdf');
});
