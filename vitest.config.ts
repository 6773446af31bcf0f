import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');
const SETUP = './scripts/testing/strict-console.ts';
const OUTSIDE = ['node_modules/**', '.next/**', 'dist/**'];

// The outer environment must not reach a test: an empty variable counts as unset (lib/env.ts).
const env = {
  DATABASE_URL: '',
  HOST: '',
  LOG_LEVEL: 'silent',
  OFFHOOK_ALLOW_PRIVATE: '',
  OFFHOOK_DATA: '',
  OFFHOOK_DEMO: '1',
  OFFHOOK_SECRET: 'a secret of the tests, used nowhere else',
  PORT: '',
  PUBLIC_URL: '',
  // Nothing is sent to it: no jobs run here, and who sends names its own server.
  SMTP_URL: 'smtp://mail.test',
};

export default defineConfig({
  resolve: { alias: { '@': root } },
  test: {
    // Two cores are what CI has.
    maxWorkers: 2,
    env,
    passWithNoTests: false,
    // Generous: two cores may be busy with a browser, and a test that hangs is as red after twenty seconds.
    testTimeout: 20_000,
    expect: { poll: { timeout: 15_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...OUTSIDE, '**/*.db.test.ts', '**/*.command.test.ts'],
          setupFiles: [SETUP],
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['**/*.db.test.ts'],
          exclude: OUTSIDE,
          globalSetup: './scripts/testing/database-server.ts',
          setupFiles: [SETUP, './scripts/testing/database-of-file.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'commands',
          include: ['**/*.command.test.ts'],
          exclude: OUTSIDE,
          setupFiles: [SETUP],
          testTimeout: 60_000,
        },
      },
    ],
  },
});
