import { join } from 'node:path';
import { z } from 'zod';
import { ensurePbxTrial, runInside } from '../scripts/asterisk/run-inside.ts';
import { ROOT } from '../scripts/building/sources.ts';
import { Failure } from '../scripts/failure.ts';
import type { Measurement } from './measurement.ts';
import { measurementsOf, PhoneSample } from './phone-sample.ts';

const INSIDE = join(ROOT, 'bench', 'p8-inside.ts');

const PhoneNews = z.union([z.object({ tell: z.string() }), z.object({ samples: z.array(PhoneSample) })]);
export type PhoneNews = z.infer<typeof PhoneNews>;

/** P8: a cold navigation until registered, and Answer until sound both ways, on a real Asterisk, beside bare sip.js. */
export async function p8(tell: (progress: string) => void): Promise<Measurement[]> {
  const chromium = await ensurePbxTrial();
  let samples: PhoneSample[] = [];
  const status = await runInside([INSIDE], { PLAYWRIGHT_CHROMIUM: chromium }, (message) => {
    const news = PhoneNews.parse(message);
    if ('tell' in news) tell(news.tell);
    else samples = news.samples;
  });
  if (status !== 0 || samples.length === 0) throw new Failure('The phones could not be measured; the reason is above.');
  return measurementsOf(samples);
}
