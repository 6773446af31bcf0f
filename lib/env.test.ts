import { expect, test } from 'vitest';
import { parseEnv } from './env.ts';

test('what is not set, or set to nothing, has its default', () => {
  expect(parseEnv({ PORT: '', HOST: '' })).toMatchObject({ port: 3000, publicUrl: 'http://127.0.0.1:3000', trustedProxies: [] });
});

test('lists are read without the signs around their hosts', () => {
  const env = parseEnv({ OFFHOOK_ALLOW_PRIVATE: 'Till.lan., [fd12::5],', OFFHOOK_TRUSTED_PROXIES: '127.0.0.1, [::1]' });
  expect(env).toMatchObject({ allowedPrivateHosts: ['till.lan', 'fd12::5'], trustedProxies: ['127.0.0.1', '::1'] });
});

test.each(['10.0.0.0/8', 'proxy.lan', '10.0.0.2 10.0.0.3'])(
  '[R38] %s is no address of a proxy: it would be believed of nobody',
  (said) => {
    expect(() => parseEnv({ OFFHOOK_TRUSTED_PROXIES: said })).toThrow('OFFHOOK_TRUSTED_PROXIES must be IP addresses');
  },
);

test('every variable at fault is named, and no value', () => {
  const fault = () => parseEnv({ PORT: 'secret-one', OFFHOOK_SECRET: 'secret-two' });
  expect(fault).toThrow(/PORT .*OFFHOOK_SECRET must have at least 16 characters/);
  expect(fault).not.toThrow(/secret-/);
});
