import { expect, test } from 'vitest';
import { isAllowedOrigin } from './allowed-origin.ts';

const PUBLIC = 'https://desk.example';
const DEMO = 'http://127.0.0.1:3000';

test.each([
  ['https://desk.example', PUBLIC, false, true],
  ['http://desk.example', PUBLIC, false, false],
  ['https://desk.example:8443', PUBLIC, false, false],
  ['https://desk.example.evil.example', PUBLIC, false, false],
  ['https://evil.example', PUBLIC, false, false],
  ['null', PUBLIC, false, false],
  ['', PUBLIC, false, false],
  [undefined, PUBLIC, false, false],
  ['http://127.0.0.1:3000', DEMO, true, true],
  ['http://localhost:3000', DEMO, true, true],
  ['http://localhost:3000', DEMO, false, false],
  ['http://localhost:3001', DEMO, true, false],
  ['https://localhost:3000', DEMO, true, false],
  ['http://localhost.evil.example:3000', DEMO, true, false],
])('[R37] a page of %j at %j (loopback %s) is allowed: %s', (origin, publicOrigin, allowsLoopback, allowed) => {
  expect(isAllowedOrigin(origin, publicOrigin, allowsLoopback)).toBe(allowed);
});
