import type { Person } from './types.ts';

export type Asked = Pick<Person, 'scope' | 'numbers' | 'sharedNumbers' | 'customers'>;

/** What has to be typed before anything is erased: the number that was asked for, theirs, or the name of one who has none. */
export function toType({ scope, numbers, sharedNumbers, customers }: Asked): string {
  if (scope.kind === 'number') return scope.e164;
  return numbers[0] ?? sharedNumbers[0] ?? customers[0]?.name ?? '';
}
