import type { ActionResult } from '@/lib/action-result';
import type { StageKind, StandardStage } from '@/lib/interests/types';

/** A stage or a service type, as the administration lists it. */
export type Setting = {
  id: string;
  /** Empty for a standard stage under its own name. */
  name: string;
  shownName: string;
  uses: number;
  standard: StandardStage | null;
  /** Null for a service type. */
  kind: StageKind | null;
};

type Act = (raw: unknown) => Promise<ActionResult>;

/** What can be done to the rows of one list. */
export type SettingActs = { add: Act; rename: Act; archive: Act; order: Act };
