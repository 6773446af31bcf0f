import { DEMO_PASSWORD } from '../../lib/demo-credentials.ts';
import type { Address } from './address.ts';

const ACCOUNTS = [
  ['olga@offhook.test', 'operator, extension 101'],
  ['oskar@offhook.test', 'operator, extension 102'],
  ['manager@offhook.test', 'manager, extension 103'],
  ['supervisor@offhook.test', 'supervisor, extension 110'],
  ['admin@offhook.test', 'admin'],
  ['venue@offhook.test', 'point of sale "Mokotów"'],
] as const;

const onPractice = (elsewhere: string) => [
  'Then call Olga from another terminal:',
  `  npm run call -- ring --from +48600100101 --line +48221000001 --extension 101${elsewhere}`,
];

const ON_ASTERISK = [
  'The phones of Olga, Oskar and Marta are on a real Asterisk: allow the microphone, and call from another terminal:',
  '  npm run call -- outside --from +48600100101 --line +48221000001',
  '  npm run call -- outside --end',
];

/** What one needs to know to see the demo at work. */
export function welcome(address: Address, withAsterisk: boolean): string {
  const elsewhere = address.port === 3000 ? '' : ` --url ${address.url}`;
  return [
    '',
    `Offhook is ready on ${address.url}`,
    '',
    `Sign in with the password ${DEMO_PASSWORD} as`,
    ...ACCOUNTS.map(([email, who]) => `  ${email.padEnd(26)}${who}`),
    '',
    ...(withAsterisk ? ON_ASTERISK : onPractice(elsewhere)),
    '',
    `Ctrl-C stops Offhook${withAsterisk ? ', Asterisk' : ''} and its database; the data stays.`,
    '',
  ].join('\n');
}
