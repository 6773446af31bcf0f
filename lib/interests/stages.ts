import type { StageKind } from './types.ts';

//            any stage that is active                      with a reason
//   new <──────────────────────────> in work ──────────────────────────> lost
//    │                                  │                                │
//    └──────────────> won <─────────────┘      reopened: back to active <┘
//
//  An admin names the stages and adds active ones; what is closed is told by the kind, not by the name. Whoever loses an interest says
//  why; what is closed can be reopened, and one that is closed is offered to no inquiry.

type Place = { stageId: string; kind: StageKind };

export type Move = { kind: 'moved'; isClosed: boolean } | { kind: 'done' } | { kind: 'reasonMissing' };

/** What moving an interest to a stage makes of it; `done` where it is there (a card dropped where it was). */
export function moveTo(from: Place, to: Place, reason: string): Move {
  if (from.stageId === to.stageId) return { kind: 'done' };
  if (to.kind === 'lost' && reason.trim() === '') return { kind: 'reasonMissing' };
  return { kind: 'moved', isClosed: to.kind !== 'active' };
}
