import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { type Outside, openOutside } from '../e2e/asterisk/outside.ts';
import { answer, currentCall, incomingCall } from '../e2e/desk.ts';
import type { PbxSettings } from '../scripts/asterisk/settings.ts';
import { CALLERS } from '../scripts/call/demo-world.ts';
import { answeredTimes, arm, installProbe, registeredMs } from './page-probe.ts';
import type { PhoneSample } from './phone-sample.ts';
import type { Phone } from './phones.ts';

/** How long a person needs to see that it rings, and to reach the button. */
const REACTION_MS = 1_000;
const PATIENCE_MS = 30_000;
/** A browser that has just opened a window is busy with its own: it makes the pages of its bars and a spare process. */
const WINDOW_SETTLES_MS = 2_000;

/**
 * One round of one phone: opened in a browser that has never seen it, registered, and called. Twice, since the server has been quiet
 * during the other phone's round, and a machine that is short of memory puts aside what is not used: the first page is told by itself.
 */
export async function phoneRound(browser: Browser, phone: Phone, pbx: PbxSettings, calls: number): Promise<PhoneSample> {
  const quiet = await withPhone(browser, phone, phone.before, async (_, registered) => registered);

  return withPhone(browser, phone, phone.context, async (page, registered) => {
    const outside = openOutside(pbx);
    try {
      const answers: PhoneSample['answers'] = [];
      for (let call = 0; call < calls; call += 1) answers.push(await oneCall(page, phone, outside));
      return { contender: phone.name, quiet, registered, answers };
    } finally {
      await outside.close();
    }
  });
}

async function withPhone<Result>(
  browser: Browser,
  { address, name }: Phone,
  options: BrowserContextOptions,
  use: (page: Page, registered: number) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext(options);
  try {
    await installProbe(context);
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await pause(WINDOW_SETTLES_MS);
    await page.goto(address, { waitUntil: 'commit' });
    return await use(page, await inTime(registeredMs(page), `${name} did not register`));
  } finally {
    await context.close();
  }
}

async function oneCall(page: Page, { name, line }: Phone, outside: Outside): Promise<PhoneSample['answers'][number]> {
  await arm(page);
  const call = await outside.calls({ from: CALLERS.vera.number, to: line });
  await incomingCall(page).waitFor();
  await pause(REACTION_MS);

  await answer(page);
  const heardOutside = inTime(call.voice.firstSound, `the caller of ${name} heard nothing`);
  const heardHere = inTime(answeredTimes(page), `${name} heard nothing`);
  const [outsideAt, { clickedAt, heardAt }] = await Promise.all([heardOutside, heardHere]);

  await pause(REACTION_MS);
  await call.hangUp();
  await currentCall(page).waitFor({ state: 'hidden' });
  return { here: heardAt - clickedAt, outside: outsideAt - clickedAt };
}

async function inTime<Result>(result: Promise<Result>, otherwise: string): Promise<Result> {
  const gaveUp = new AbortController();
  const late = pause(PATIENCE_MS, undefined, { signal: gaveUp.signal, ref: false }).then(() => {
    throw new Error(`After ${PATIENCE_MS / 1000} s ${otherwise}.`);
  });
  late.catch(() => undefined);
  try {
    return await Promise.race([result, late]);
  } finally {
    gaveUp.abort();
  }
}
