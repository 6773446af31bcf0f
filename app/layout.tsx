import '@fontsource-variable/inter';
import './globals.css';
import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { PreloadFonts } from '@/components/shell/preload-fonts';
import { THEME_COOKIE } from '@/components/shell/theme';
import { ThemeKeeper } from '@/components/shell/theme-keeper';
import { NONCE_HEADER } from '@/lib/auth/private-headers';
import { messagesOfAnyPage } from '@/lib/i18n/client-messages';
import { THEME_SCRIPT } from './theme-script';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('app');
  return {
    title: { default: t('name'), template: `%s · ${t('name')}` },
    description: t('description'),
    applicationName: t('name'),
  };
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

async function chosenTheme(): Promise<'light' | 'dark' | undefined> {
  const chosen = (await cookies()).get(THEME_COOKIE)?.value;
  return chosen === 'light' || chosen === 'dark' ? chosen : undefined;
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, theme, nonce] = [await getLocale(), await chosenTheme(), (await headers()).get(NONCE_HEADER) ?? undefined];

  return (
    <html lang={locale} className={theme} data-theme={theme} data-theme-chosen={theme && 'true'} suppressHydrationWarning>
      <head>
        <PreloadFonts />
        <script nonce={nonce} suppressHydrationWarning>
          {THEME_SCRIPT}
        </script>
      </head>
      <body>
        <ThemeKeeper />
        <NextIntlClientProvider messages={messagesOfAnyPage(await getMessages())}>{children}</NextIntlClientProvider>
      </body>
    </html>
  );
}
