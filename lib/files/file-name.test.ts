import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attachmentNamed } from './content-disposition.ts';
import { cleanFileName, nameOfKind } from './file-name.ts';
import { MAX_FILE_NAME_CHARACTERS } from './limits.ts';

describe('[S2.35b] the name of a file', () => {
  test.each([
    ['invoice.pdf', 'invoice.pdf'],
    ['Umowa Helena Wójcik – zażółć.pdf', 'Umowa Helena Wójcik – zażółć.pdf'],
    ['C:\\Users\\olga\\invoice.pdf', 'invoice.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['.htaccess', 'htaccess'],
    ['  two   spaces .pdf. ', 'two spaces .pdf'],
    ['line\nbreak\u0000.pdf', 'linebreak.pdf'],
    ['', 'file'],
    ['...', 'file'],
    ['/', 'file'],
    ['\uD800', 'file'],
  ])('%j is kept as %j', (given, kept) => {
    expect(cleanFileName(given)).toBe(kept);
  });

  test('[R25] cannot be turned to read as another: what changes the direction of writing is taken out', () => {
    expect(cleanFileName('invoice\u202Egpj.exe')).toBe('invoicegpj.exe');
    expect(cleanFileName('\u2066a\u2069\u200F\u200B.pdf')).toBe('a.pdf');
  });

  test('of more letters than can be shown loses its middle and keeps its ending', () => {
    const name = cleanFileName(`${'ż'.repeat(400)}.pdf`);
    expect([...name]).toHaveLength(MAX_FILE_NAME_CHARACTERS);
    expect(name).toMatch(/ż…\.pdf$/);
  });

  test('is never empty, hidden, a path or too long, whatever was given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        const name = cleanFileName(given);
        expect(name).not.toBe('');
        expect(name).not.toMatch(/[/\\\p{Cc}\p{Bidi_Control}]|^\.|^\s|[.\s]$/u);
        expect([...name].length).toBeLessThanOrEqual(MAX_FILE_NAME_CHARACTERS);
      }),
    );
  });

  test.each([
    ['photo.jpg', 'text', 'photo.jpg.txt'],
    ['photo.JPG', 'jpeg', 'photo.JPG'],
    ['photo.png', 'jpeg', 'photo.png.jpg'],
    ['prices.csv', 'text', 'prices.csv'],
    ['page.html', 'text', 'page.html.txt'],
    ['report', 'pdf', 'report.pdf'],
    ['letter.doc', 'docx', 'letter.doc.docx'],
  ] as const)('%s with %s inside is called %s', (name, kind, called) => {
    expect(nameOfKind(name, kind)).toBe(called);
  });
});

describe('how a browser is told the name', () => {
  test('in letters that all of them know, and in its own', () => {
    expect(attachmentNamed('zażółć "gęślą".pdf')).toBe(
      `attachment; filename="zazo_c _gesla_.pdf"; filename*=UTF-8''za%C5%BC%C3%B3%C5%82%C4%87%20%22g%C4%99%C5%9Bl%C4%85%22.pdf`,
    );
    expect(attachmentNamed("it's (1)*.pdf")).toContain(`filename*=UTF-8''it%27s%20%281%29%2A.pdf`);
  });

  test('[R25] no name breaks out of the header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(attachmentNamed(name)).toMatch(/^attachment; filename="[^"\\]*"; filename\*=UTF-8''[\w.%~-]*$/);
      }),
    );
  });
});
