import type { ScenarioName } from '../scenario-names.ts';
import type { Stage } from '../stage.ts';
import { answeredElsewhere } from './answered-elsewhere.ts';
import { attendedTransfer } from './attended-transfer.ts';
import { busyHour } from './busy-hour.ts';
import { firstCall } from './first-call.ts';
import { missed } from './missed.ts';
import { missedThenReaches } from './missed-then-reaches.ts';

const SCENARIOS: Record<ScenarioName, (stage: Stage, minutes: number) => Promise<void>> = {
  'first-call': firstCall,
  missed,
  'missed-then-reaches': missedThenReaches,
  'answered-elsewhere': answeredElsewhere,
  'attended-transfer': attendedTransfer,
  'busy-hour': busyHour,
};

/** `minutes` is how long the busy hour lasts; the other stories have their own length. */
export function runScenario(name: ScenarioName, stage: Stage, minutes: number): Promise<void> {
  return SCENARIOS[name](stage, minutes);
}
