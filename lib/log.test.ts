import { expect, test } from 'vitest';
import { createLog } from './log.ts';

function linesOf(work: (log: ReturnType<typeof createLog>) => void): Record<string, unknown>[] {
  const lines: Record<string, unknown>[] = [];
  work(createLog('info', { write: (line) => void lines.push(JSON.parse(line)) }));
  return lines;
}

test('a secret is cut out, however deep a caller put it', () => {
  const [line] = linesOf((log) =>
    log.info({ password: 'p', request: { authorization: 'a', headers: { cookie: 'c' } }, source: 'practice' }, 'Seen'),
  );
  const cut = '[Redacted]';
  expect(line).toMatchObject({ password: cut, request: { authorization: cut, headers: { cookie: cut } }, source: 'practice' });
});

test('the row that PostgreSQL refused is not quoted; what it refused for is', () => {
  const refusal = Object.assign(new Error('new row violates check constraint'), {
    code: '23514',
    constraint: 'Delivery_total_check',
    detail: 'Failing row contains (1001, +48600100101, Vera Lind).',
  });
  const [line] = linesOf((log) => log.error({ err: refusal }, 'It could not be stored'));

  expect(line).toMatchObject({ err: { code: '23514', constraint: 'Delivery_total_check', message: refusal.message } });
  expect(JSON.stringify(line)).not.toContain('48600100101');
});
