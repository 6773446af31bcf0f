import type { Refusal } from './action-result.ts';

/** The HTTP status of each refusal, where a route handler answers what an action would. */
export const REFUSAL_STATUS: Record<Refusal, number> = {
  signedOut: 401,
  invalid: 400,
  notFound: 404,
  notAllowed: 403,
  conflict: 409,
  answeredByColleague: 409,
  callEnded: 409,
  phoneNotConnected: 409,
  numberInvalid: 400,
  ownExtension: 400,
  transferFailed: 409,
  noMicrophone: 409,
  extensionUnknown: 400,
  colleagueNotConnected: 409,
  notAnsweredYet: 409,
  impossible: 409,
  changedMeanwhile: 409,
  mergedMeanwhile: 409,
  laterMergeFirst: 409,
  unavailable: 503,
};
