export const SCENARIO_NAMES = [
  'first-call',
  'missed',
  'missed-then-reaches',
  'answered-elsewhere',
  'attended-transfer',
  'busy-hour',
] as const;

export type ScenarioName = (typeof SCENARIO_NAMES)[number];
