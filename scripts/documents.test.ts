import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './building/sources.ts';

const AT_THE_TOP = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'bench/README.md'];
const BELOW_DOCS = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).map((path) => join('docs', path));
const DOCUMENTS = [...AT_THE_TOP, ...BELOW_DOCS.filter((path) => path.endsWith('.md'))];

const LINK = /\]\(([^)\s#]+)[^)]*\)/g;
const ELSEWHERE = /^[a-z]+:/;
const FILE_IN_CODE = /`((?:app|components|docs|e2e|lib|messages|prisma|scripts|server)\/[\w.()[\]/-]*)`/g;
const COMMAND = /\bnpm run ([\w:-]+)/g;

const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

function found(document: string, pattern: RegExp): string[] {
  const text = readFileSync(join(ROOT, document), 'utf8');
  return [...text.matchAll(pattern)].map(([, inside]) => inside ?? '');
}

test.each(DOCUMENTS)('%s links to, names and runs only what is there', (document) => {
  const links = found(document, LINK).filter((link) => !ELSEWHERE.test(link));
  expect(links.filter((link) => !existsSync(join(ROOT, dirname(document), link)))).toEqual([]);
  expect(found(document, FILE_IN_CODE).filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  expect(found(document, COMMAND).filter((name) => !(name in scripts))).toEqual([]);
});
