import { describe, expect, test } from 'vitest';
import { isLoopback } from './loopback.ts';

describe('isLoopback', () => {
  test.each(['127.0.0.1', '127.0.1.1', 'localhost', '::1'])('%s is this machine', (host) => {
    expect(isLoopback(host)).toBe(true);
  });

  test.each(['0.0.0.0', '192.168.1.5', '::', 'localhost.example.com', '127.0.0.1.example.com'])('%s is not', (host) => {
    expect(isLoopback(host)).toBe(false);
  });
});
