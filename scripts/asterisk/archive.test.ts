import { expect, test } from 'vitest';
import { distributionOf } from './archive.ts';

const release = (lines: string[]) => `${lines.join('\n')}\n`;

test.each([
  [
    'Debian: the newest, then the last that it released',
    ['ID=debian', 'VERSION_CODENAME=bookworm'],
    'debian',
    ['sid', 'bullseye'],
  ],
  ['a relative of Debian', ['ID=raspbian', 'ID_LIKE=debian'], 'debian', ['sid', 'bullseye']],
  ['Ubuntu: its own', ['ID=ubuntu', 'ID_LIKE=debian', 'VERSION_CODENAME=noble'], 'ubuntu', ['noble']],
  [
    "a relative of Ubuntu: Ubuntu's, not its own",
    ['ID=linuxmint', 'ID_LIKE="ubuntu debian"', 'VERSION_CODENAME=wilma', 'UBUNTU_CODENAME=noble'],
    'ubuntu',
    ['noble'],
  ],
])('%s', (_, lines, name, suites) => {
  expect(distributionOf(release(lines))).toMatchObject({ name, suites });
});

test('nothing can be unpacked elsewhere', () => {
  expect(distributionOf(release(['ID=fedora', 'ID_LIKE="rhel centos"']))).toBeNull();
});
