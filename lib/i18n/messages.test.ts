import { describe, expect, test } from 'vitest';
import en from '../../messages/en.json' with { type: 'json' };
import pl from '../../messages/pl.json' with { type: 'json' };
import type { Refusal } from '../action-result.ts';
import { languageOf } from './languages.ts';

type Words = { [key: string]: string | Words };

function sentences(words: Words, path = ''): [key: string, sentence: string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : sentences(value, `${path}${key}.`),
  );
}

/** The names in braces, without the words of a plural or a choice. */
function placeholders(sentence: string): string[] {
  return [...new Set([...sentence.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name ?? ''))].toSorted();
}

const english = new Map(sentences(en));
const polish = new Map(sentences(pl));

describe('messages', () => {
  test('English and Polish have the same keys', () => {
    expect([...polish.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  });

  test('no sentence is empty', () => {
    expect([...english, ...polish].filter(([, sentence]) => sentence.trim() === '')).toEqual([]);
  });

  test('both languages fill in the same values', () => {
    const differing = [...english].filter(
      ([key, sentence]) => `${placeholders(sentence)}` !== `${placeholders(polish.get(key) ?? '')}`,
    );
    expect(differing).toEqual([]);
  });

  test('every reason to refuse has a sentence', () => {
    const reasons: Record<Refusal, true> = {
      signedOut: true,
      invalid: true,
      notFound: true,
      notAllowed: true,
      conflict: true,
      answeredByColleague: true,
      callEnded: true,
      phoneNotConnected: true,
      usePhoneKeys: true,
      numberInvalid: true,
      ownExtension: true,
      transferFailed: true,
      noMicrophone: true,
      notHeld: true,
      extensionUnknown: true,
      colleagueNotConnected: true,
      notAnsweredYet: true,
      impossible: true,
      changedMeanwhile: true,
      fileTooLarge: true,
      fileEmpty: true,
      fileKindUnknown: true,
      fileCutShort: true,
      noPicture: true,
      importIsWorkbook: true,
      importNoCsv: true,
      importTooLong: true,
      personBusy: true,
      numberNotTheSame: true,
      numberOfDriver: true,
      numberOfLine: true,
      tooManyPixels: true,
      tooManyNumbers: true,
      mergedMeanwhile: true,
      laterMergeFirst: true,
      interestClosed: true,
      serviceTypeGone: true,
      customerGone: true,
      numberOfCustomer: true,
      convertedMeanwhile: true,
      beingCalledBack: true,
      callBackUp: true,
      tooManyTags: true,
      assigneeCannotSee: true,
      smsNotSetUp: true,
      mailNotSetUp: true,
      smsUnderWay: true,
      unavailable: true,
    };
    expect(Object.keys(en.refusals)).toEqual(expect.arrayContaining(Object.keys(reasons)));
  });
});

describe('languageOf', () => {
  test('takes the first wish that is a language of ours', () => {
    expect(languageOf('pl', 'en')).toBe('pl');
    expect(languageOf(null, 'pl')).toBe('pl');
    expect(languageOf('xx', 'toString', 'pl')).toBe('pl');
    expect(languageOf(undefined)).toBe('en');
  });
});
