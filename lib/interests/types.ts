export const STAGE_KINDS = ['active', 'won', 'lost'] as const;
export type StageKind = (typeof STAGE_KINDS)[number];

export const STANDARD_STAGES = ['new', 'in_work', 'won', 'lost'] as const;
export type StandardStage = (typeof STANDARD_STAGES)[number];

/** `name` is empty where a standard stage goes by its own, translated one. */
export type InterestStage = { id: string; name: string; standard: StandardStage | null; kind: StageKind };

export const INTERACTION_KINDS = ['call', 'note', 'sms', 'email', 'stage_change'] as const;
export type InteractionKind = (typeof INTERACTION_KINDS)[number];
