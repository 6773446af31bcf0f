import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { incomingCall, sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';

const run = promisify(execFile);

/** `npm run call -- replay`: what a real Asterisk said, posted as it would have posted it. */
function replay(sample: string, baseURL: string | undefined) {
  return run(process.execPath, ['--import', 'tsx', 'scripts/call/main.ts', 'replay', sample, '--url', baseURL ?? '']);
}

test('a captured call of Asterisk rings in the browser and leaves a true record', async ({ olga, baseURL, db }) => {
  const began = new Date();
  await sitDown(olga);

  const replayed = replay('inbound_answered', baseURL);
  await expect(incomingCall(olga)).toBeVisible();
  await replayed;

  await expect(incomingCall(olga)).toBeHidden();
  const call = await db.call.findFirstOrThrow({ where: { lastHeardAt: { gte: began } }, orderBy: { lastHeardAt: 'desc' } });
  expect(call).toMatchObject({ direction: 'inbound', phase: 'ended', isMissed: false, operatorExtension: '101' });
});
