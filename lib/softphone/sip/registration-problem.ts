import type { RegistrationProblem } from './sip-state.ts';

const REFUSED_LOGIN = [401, 403];
/** Nobody answered, or not now. */
const TRANSIENT = [408, 480, 500, 503];

/** What a refused REGISTER says about the phone; null where it says nothing that lasts. */
export function registrationProblem(statusCode: number): RegistrationProblem | null {
  if (TRANSIENT.includes(statusCode)) return null;
  return REFUSED_LOGIN.includes(statusCode) ? 'loginRefused' : 'serverRefused';
}
