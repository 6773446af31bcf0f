import { revalidatePath } from 'next/cache';
import { type ActionResult, done, refused } from '../action-result.ts';
import type { SettingOutcome } from './outcome.ts';

/** Where stages and service types are chosen and shown. */
const SHOWN_AT = ['/admin/interests', '/interests'];

export function answerSetting(outcome: SettingOutcome): ActionResult {
  switch (outcome) {
    case 'stored':
      for (const path of SHOWN_AT) revalidatePath(path, 'layout');
      return done;
    case 'notFound':
    case 'changedMeanwhile':
      return refused(outcome);
    case 'nameTaken':
    case 'nameMissing':
    case 'tooMany':
    case 'lastOfKind':
      return { ...refused('invalid'), fields: { name: outcome } };
  }
}
