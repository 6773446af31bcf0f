import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvLine, neutralised, readCell } from './cells.ts';
import { guessDelimiter } from './delimiter.ts';
import { decoded, guessEncoding, isGarbled } from './encoding.ts';
import { MAX_LINE_CHARACTERS } from './lines.ts';
import { createCsvReader } from './records.ts';

function read(text: string, delimiter = ',', pieceLength = text.length || 1) {
  const reader = createCsvReader(delimiter);
  const records = [];
  for (let at = 0; at < text.length; at += pieceLength) records.push(...reader.push(text.slice(at, at + pieceLength)));
  return [...records, ...reader.end()];
}

const cellsOf = (text: string, delimiter?: string) => read(text, delimiter).map(({ cells }) => cells);

describe('createCsvReader', () => {
  test('reads quotes, separators and endings inside of them, and all three endings of lines', () => {
    expect(cellsOf('a,b\r\n"1,2","say ""hi"""\n"two\r\nlines",x\rlast,\n')).toEqual([
      ['a', 'b'],
      ['1,2', 'say "hi"'],
      ['two\nlines', 'x'],
      ['last', ''],
    ]);
  });

  test('numbers the lines as an editor does, without counting empty ones as records', () => {
    expect(read('a\n\n"b\nc"\nd').map(({ line, cells }) => [line, cells[0]])).toEqual([
      [1, 'a'],
      [3, 'b\nc'],
      [5, 'd'],
    ]);
  });

  test('a quote that nobody closes spoils its own line only', () => {
    const records = read(`a,b\n1,"open\n${'2,3\n'.repeat(200)}"x",y\n`);
    expect(records.filter(({ problem }) => problem)).toEqual([{ line: 2, cells: ['1', '"open'], problem: 'quoteOpen' }]);
    expect(records).toHaveLength(203);
  });

  test('the last line with an open quote is told, and one in a quote that is closed behind is no problem', () => {
    expect(read('a\n"b').at(-1)).toEqual({ line: 2, cells: ['"b'], problem: 'quoteOpen' });
    expect(read('"b\n\n"').at(-1)).toEqual({ line: 1, cells: ['b\n\n'], problem: null });
  });

  test('a forgotten quote that the next quoted cell closes takes nobody along', () => {
    const text = 'Name,Phone\n"Open,600200031\nSecond,600200032\n"Third ""x"" y",600200033\n"Fourth\nfloor",600200034';
    expect(read(text).map(({ line, cells, problem }) => [line, cells, problem])).toEqual([
      [1, ['Name', 'Phone'], null],
      [2, ['"Open', '600200031'], 'quoteOpen'],
      [3, ['Second', '600200032'], null],
      [4, ['Third "x" y', '600200033'], null],
      [5, ['Fourth\nfloor', '600200034'], null],
    ]);
  });

  test('something behind a closing quote belongs to the cell, also beside a cell of several lines', () => {
    expect(read('"Lis" Logistics,"Long\nstreet",1').map(({ cells, problem }) => [cells, problem])).toEqual([
      [['Lis Logistics', 'Long\nstreet', '1'], null],
    ]);
  });

  test('a line without an end is cut, and the next one is read', () => {
    const records = read(`a,${'z'.repeat(3 * MAX_LINE_CHARACTERS)}\nb,c\n`, ',', 10_000);
    expect(records.map(({ line, problem }) => [line, problem])).toEqual([
      [1, 'lineTooLong'],
      [2, null],
    ]);
    expect(records[0]?.cells.join(',').length).toBeLessThanOrEqual(MAX_LINE_CHARACTERS);
  });

  const cell = fc.string({ unit: fc.constantFrom('a', 'ż', '"', ',', ';', '\n', "'", '=', '+', '-', '@', '\t', ' ', '😀') });
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { maxLength: 8 });

  test('[R26] what is written is read again, whatever is in it and however it is cut', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(',', ';', '\t'), fc.integer({ min: 1, max: 9 }), (written, delimiter, piece) => {
        const text = written.map((cells) => csvLine(cells, delimiter)).join('');
        expect(read(text, delimiter, piece).map(({ cells }) => cells.map(readCell))).toEqual(written);
      }),
    );
  });
});

describe('neutralised', () => {
  test('[R26] no cell begins with what a spreadsheet calculates', () => {
    for (const cell of ['=HYPERLINK("http://x")', '+48600100101', '-1', '@SUM(A1)', '\t=1', '\r=1', "'=1"]) {
      expect(neutralised(cell)).toMatch(/^'/);
      expect(readCell(neutralised(cell))).toBe(cell);
    }
    expect(neutralised("O'Brien")).toBe("O'Brien");
    expect(readCell("'t Hooft")).toBe("'t Hooft");
  });
});

describe('guessDelimiter', () => {
  test.each([
    ['name;phone\nLis, Teresa;600\nNowak, Adam;601', ';'],
    ['name,phone\n"a;b;c",600', ','],
    ['name\tphone\na,b\t1', '\t'],
    ['only one column\nand its cells', ','],
    ['', ','],
  ])('%j is cut by %j', (text, delimiter) => expect(guessDelimiter(text)).toBe(delimiter));
});

describe('encodings', () => {
  const polish = 'Zażółć gęślą jaźń';
  const utf8 = new TextEncoder().encode(polish);
  const win1250 = Uint8Array.from([0x5a, 0x61, 0xbf, 0xf3, 0xb3, 0xe6]);

  async function decode(bytes: Uint8Array, encoding: Parameters<typeof decoded>[1], pieceBytes = 1) {
    async function* pieces() {
      for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
    }
    let text = '';
    for await (const piece of decoded(pieces(), encoding)) text += piece;
    return text;
  }

  test('a mark says what it is, UTF-8 reads as such, and the rest is Windows-1250', () => {
    expect(guessEncoding(Uint8Array.of(0xff, 0xfe, 0x41, 0), false)).toBe('utf-16le');
    expect(guessEncoding(Uint8Array.of(0xfe, 0xff, 0, 0x41), false)).toBe('utf-16be');
    expect(guessEncoding(utf8, true)).toBe('utf-8');
    expect(guessEncoding(win1250, false)).toBe('windows-1250');
  });

  test('letters that stand across two pieces are whole, and the mark is none of the text', async () => {
    expect(await decode(Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8), 'utf-8')).toBe(polish);
    expect(await decode(Uint8Array.of(0xff, 0xfe, ...Buffer.from(polish, 'utf16le')), 'utf-16le')).toBe(polish);
    expect(await decode(win1250, 'windows-1250')).toBe('Zażółć');
  });

  test('a text read in the wrong encoding is told, either way round', async () => {
    expect(isGarbled(await decode(win1250, 'utf-8'))).toBe(true);
    expect(isGarbled(await decode(utf8, 'windows-1250'))).toBe(true);
    for (const text of [polish, 'Łódź', 'plain', 'Müller', 'Ý ™ Ă', '張偉 😀']) expect(isGarbled(text)).toBe(false);
  });
});
