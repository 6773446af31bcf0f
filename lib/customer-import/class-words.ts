import type { CustomerClass } from '../caller-card/types.ts';
import { foldText } from '../folded-text.ts';

const WORDS: Record<CustomerClass, readonly string[]> = {
  regular: ['regular', 'ordinary', 'normal', 'standard', 'zwykly', 'zwykla', 'staly', 'standardowy', 'normalny'],
  vip: ['vip', 'wazny', 'wazna'],
  problem: ['problem', 'problematic', 'difficult', 'problemowy', 'problemowa', 'trudny', 'trudna'],
};

/** The class that a word means in English or Polish; null for one that nobody knows. */
export function readClass(word: string): CustomerClass | null {
  const folded = foldText(word);
  const classes: CustomerClass[] = ['regular', 'vip', 'problem'];
  return classes.find((each) => WORDS[each].includes(folded)) ?? null;
}
