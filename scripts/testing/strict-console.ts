import { afterEach } from 'vitest';

// What a library complains of on the console is a fault of ours until a test says it expects it (by a spy of its own).
const complaints: string[] = [];

console.error = (...words: unknown[]) => {
  complaints.push(words.map(String).join(' '));
};

afterEach(() => {
  const [first] = complaints.splice(0);
  if (first !== undefined) throw new Error(`console.error was called: ${first}`);
});
