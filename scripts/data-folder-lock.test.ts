import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lockDataFolder } from './data-folder-lock.ts';

const NO_PROCESS = 2 ** 30;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'offhook-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('lockDataFolder', () => {
  test('is held until it is released, and leaves nothing behind', () => {
    const release = lockDataFolder(folder);
    expect(() => lockDataFolder(folder)).toThrow(`process ${process.pid}`);

    release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('the lock of a dead process is taken over', () => {
    writeFileSync(join(folder, 'lock'), `${NO_PROCESS} 1`);
    const release = lockDataFolder(folder);
    release();
    expect(existsSync(join(folder, 'lock'))).toBe(false);
  });

  test.runIf(existsSync('/proc/self/stat'))('so is one whose process number was given to another since', () => {
    writeFileSync(join(folder, 'lock'), `${process.pid} 1`);
    expect(() => lockDataFolder(folder)()).not.toThrow();
  });

  test('a lock cut short by a full disk counts as dead', () => {
    writeFileSync(join(folder, 'lock'), '');
    expect(() => lockDataFolder(folder)()).not.toThrow();
  });
});
