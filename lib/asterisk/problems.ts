import type { ConnectProblem } from '../outgoing/connect-outside.ts';

/** What may be wrong with the way to an Asterisk; each has a sentence under `pbx.problems` in messages/*.json. */
export const PBX_PROBLEMS = [
  'addressRefused',
  'hostUnknown',
  'refused',
  'timeout',
  'tlsFailed',
  'notAsterisk',
  'loginRefused',
  'noPermission',
  'asteriskTooOld',
  'timestampsMissing',
  'patternInvalid',
  'patternMatchesNobody',
  'trunkMissing',
  'contextMissing',
  'secretUnreadable',
  'lost',
] as const satisfies readonly string[];

export type PbxProblem = (typeof PBX_PROBLEMS)[number];

// A way to fail that has no sentence does not compile.
type Told<Problem extends PbxProblem> = Problem;
export type AmiProblem = Told<ConnectProblem | 'notAsterisk' | 'loginRefused' | 'noPermission' | 'lost'>;

export class AmiFailure extends Error {
  readonly problem: AmiProblem;

  constructor(problem: AmiProblem) {
    super(`The manager interface failed: ${problem}`);
    this.problem = problem;
  }
}
