import { describe, expect, test } from 'vitest';
import { add, closingLine, failureLine, settle } from './counts.ts';

const none = { passed: 0, failed: 0, skipped: 0 };

describe('settle', () => {
  test('leaves a suite alone that ran and says what it did', () => {
    expect(settle({ passed: 3, failed: 0, skipped: 1 }, 0)).toEqual({ passed: 3, failed: 0, skipped: 1 });
    expect(settle({ passed: 3, failed: 2, skipped: 0 }, 1)).toEqual({ passed: 3, failed: 2, skipped: 0 });
  });

  test('a suite that ran nothing has failed, whatever its exit status', () => {
    expect(settle(none, 0).failed).toBe(1);
    expect(settle({ ...none, skipped: 5 }, 0).failed).toBe(1);
  });

  test('a bad end without a failed test is a failure: a file that does not load, a browser that dies', () => {
    expect(settle({ passed: 9, failed: 0, skipped: 0 }, 1)).toEqual({ passed: 9, failed: 1, skipped: 0 });
  });
});

describe('failureLine', () => {
  test('names the test and the first line of why it failed, without colours', () => {
    const message = '\u001b[31mError: no ring\u001b[39m\n  at line 3';
    expect(failureLine('a.spec.ts › rings', message)).toBe('a.spec.ts › rings: Error: no ring');
    expect(failureLine('a.spec.ts › rings', undefined)).toBe('a.spec.ts › rings');
  });
});

describe('closingLine', () => {
  test('names what was skipped only when something was', () => {
    expect(closingLine(add({ passed: 2, failed: 0, skipped: 0 }, { passed: 1, failed: 1, skipped: 0 }))).toBe(
      '3 passed, 1 failed',
    );
    expect(closingLine({ passed: 2, failed: 0, skipped: 4 })).toBe('2 passed, 0 failed, 4 skipped');
  });
});
