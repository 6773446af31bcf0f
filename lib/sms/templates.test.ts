import { describe, expect, test } from 'vitest';
import { fillTemplate, unknownPlaceholder } from './templates.ts';

const facts = { name: 'Ewa Zielińska', line: 'Delivery hotline', number: '+48 22 100 00 01' };

describe('a template', () => {
  test('is filled in with the caller’s name, the line and its number', () => {
    expect(fillTemplate('Hello {name}, you called {line} ({number}).', facts)).toBe(
      'Hello Ewa Zielińska, you called Delivery hotline (+48 22 100 00 01).',
    );
  });

  test('reads well where the caller is unknown', () => {
    const unknown = { ...facts, name: '' };
    expect(fillTemplate('Hello {name}, you called us.', unknown)).toBe('Hello, you called us.');
    expect(fillTemplate('{name} you called us.', unknown)).toBe('you called us.');
  });

  test('does not read a name for places, nor for what replacing means', () => {
    expect(fillTemplate('Hello {name}!', { ...facts, name: '{line} $& $1' })).toBe('Hello {line} $& $1!');
  });

  test('leaves alone what it does not know, and says so', () => {
    expect(fillTemplate('{order} {name}', facts)).toBe('{order} Ewa Zielińska');
    expect(unknownPlaceholder('{name} {order}')).toBe('{order}');
    expect(unknownPlaceholder('{name} {line} {number} {}')).toBeNull();
  });
});
