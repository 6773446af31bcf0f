import { z } from 'zod';
import { type Figures, figuresOfFew, medianOf } from './figures.ts';
import type { Measurement } from './measurement.ts';

/** What one contender did in one round: a cold navigation, and then some calls from outside. Milliseconds. */
export const PhoneSample = z.object({
  contender: z.enum(['floor', 'ours']),
  /** Of the page before, whose server had been quiet during the other contender's round. */
  quiet: z.number(),
  registered: z.number(),
  /** From the click on Answer until we hear the caller, and until they hear us. */
  answers: z.array(z.object({ here: z.number(), outside: z.number() })).min(1),
});
export type PhoneSample = z.infer<typeof PhoneSample>;

type Answer = PhoneSample['answers'][number];

const REGISTERED_WITHIN_MS = 1_200;
const ANSWER_RATIO = 1.2;

export function measurementsOf(samples: PhoneSample[]): Measurement[] {
  const answered = (time: (answer: Answer) => number) => (sample: PhoneSample) => sample.answers.map(time);
  return [
    measurement(samples, 'P8a', 'cold navigation → registered, painted', ({ registered }) => [registered], {
      ms: { p50: REGISTERED_WITHIN_MS, p99: null },
    }),
    measurement(samples, 'P8a', '… right after a quiet while', ({ quiet }) => [quiet], null),
    measurement(samples, 'P8b', 'click on Answer → sound both ways', answered(bothWays), {
      ratio: { p50: ANSWER_RATIO, p99: null },
    }),
    measurement(
      samples,
      'P8b',
      '… of it until we hear the caller',
      answered(({ here }) => here),
      null,
    ),
    measurement(
      samples,
      'P8b',
      '… of it until the caller hears us',
      answered(({ outside }) => outside),
      null,
    ),
  ];
}

function bothWays({ here, outside }: Answer): number {
  return Math.max(here, outside);
}

function measurement(
  samples: PhoneSample[],
  name: string,
  what: string,
  timesOf: (sample: PhoneSample) => number[],
  goal: Measurement['goal'],
): Measurement {
  const rounds = (contender: PhoneSample['contender']): Figures[] =>
    samples.filter((sample) => sample.contender === contender).map((sample) => figuresOfFew(timesOf(sample)));
  const ours = rounds('ours');
  const [first] = samples;
  return {
    name,
    what,
    rounds: ours.length,
    samplesPerRound: first ? timesOf(first).length : 0,
    floor: medianOf(rounds('floor')),
    ours: medianOf(ours),
    goal,
  };
}
