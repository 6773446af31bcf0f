import type { z } from 'zod';

/** Why an action refused; each has a sentence under `refusals` in messages/*.json. */
export type Refusal =
  | 'signedOut'
  | 'invalid'
  | 'notFound'
  | 'notAllowed'
  | 'conflict'
  | 'answeredByColleague'
  | 'callEnded'
  | 'phoneNotConnected'
  /** Only the desk phone itself can do that. */
  | 'usePhoneKeys'
  | 'numberInvalid'
  | 'ownExtension'
  | 'transferFailed'
  | 'noMicrophone'
  | 'notHeld'
  /** Nobody else at this PBX has the extension. */
  | 'extensionUnknown'
  | 'colleagueNotConnected'
  /** The one a call is to be joined with has not answered. */
  | 'notAnsweredYet'
  /** What was asked for is not possible in the state it is in by now. */
  | 'impossible'
  /** The other side changed it since one looked. */
  | 'changedMeanwhile'
  | 'fileTooLarge'
  | 'fileEmpty'
  /** What is inside is of no kind that is kept. */
  | 'fileKindUnknown'
  /** It ended before it was whole. */
  | 'fileCutShort'
  | 'noPicture'
  /** An Excel workbook where a CSV file is wanted. */
  | 'importIsWorkbook'
  | 'importNoCsv'
  | 'importTooLong'
  /** A call of theirs is up, or a delivery under way. */
  | 'personBusy'
  | 'numberNotTheSame'
  | 'numberOfDriver'
  | 'numberOfLine'
  | 'tooManyPixels'
  | 'tooManyNumbers'
  /** A colleague made it one with another first; `name` is that one. */
  | 'mergedMeanwhile'
  /** Merges are undone in reverse order; `name` was merged later. */
  | 'laterMergeFirst'
  /** It was won or lost since one looked. */
  | 'interestClosed'
  | 'serviceTypeGone'
  /** Erased since one looked. */
  | 'customerGone'
  /** A colleague made a customer of who has it since one looked. */
  | 'numberOfCustomer'
  /** A colleague made a customer of them first: `name`. */
  | 'convertedMeanwhile'
  /** Somebody calls this missed caller back already: `name`. */
  | 'beingCalledBack'
  /** One calls them back oneself, and the call is up. */
  | 'callBackUp'
  /** There are as many as can be kept apart. */
  | 'tooManyTags'
  /** Whom it is to be assigned to may not see it. */
  | 'assigneeCannotSee'
  /** No provider sends SMS, or nothing sends e-mail. */
  | 'smsNotSetUp'
  | 'mailNotSetUp'
  /** Another message to the same caller is on its way. */
  | 'smsUnderWay'
  | 'unavailable';

export type Refused = {
  ok: false;
  reason: Refusal;
  /** Field path to the key of its message, where the input was at fault. */
  fields?: Record<string, string>;
  /** Fills the placeholders of the reason's sentence. */
  values?: Record<string, string>;
};

/** What every action answers: typed input is never echoed back, only what is wrong with it. */
export type ActionResult<Data = undefined> = { ok: true; data: Data } | Refused;

export const done: ActionResult = { ok: true, data: undefined };

export function doneWith<Data>(data: Data): { ok: true; data: Data } {
  return { ok: true, data };
}

/** Whether the server itself answered, at a door of its own: a gateway or a network's sign-in page may answer in between, in JSON too. */
export function isActionResult<Data>(answer: unknown): answer is ActionResult<Data> {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && typeof answer.ok === 'boolean';
}

export function refused(reason: Refusal, detail?: z.ZodError | Record<string, string>): Refused {
  if (!detail) return { ok: false, reason };
  if (!('issues' in detail)) return { ok: false, reason, values: detail };

  const fields = Object.fromEntries((detail as z.ZodError).issues.map((issue) => [issue.path.join('.'), issue.message]));
  return { ok: false, reason, fields };
}

/** Of parts of what was sent, to a form that knows its fields by their own names: `changes.name` is its `name`. */
export function refusedIn(parts: string | string[], error: z.ZodError): Refused {
  const refusal = refused('invalid', error);
  const fields = Object.entries(refusal.fields ?? {}).map(([path, key]) => {
    const part = [parts].flat().find((each) => path.startsWith(`${each}.`));
    return [part ? path.slice(part.length + 1) : path, key];
  });
  return { ...refusal, fields: Object.fromEntries(fields) };
}
