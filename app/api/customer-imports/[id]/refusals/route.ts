import { getTranslations } from 'next-intl/server';
import { currentUser } from '@/lib/auth/session';
import { serveRefusals } from '@/lib/customer-import/serve-refusals';

type Context = { params: Promise<{ id: string }> };

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const t = await getTranslations('customerImport');
  return serveRefusals({
    id: (await params).id,
    currentUser,
    words: {
      line: t('lineTitle'),
      reason: t('reasonTitle'),
      problem: ({ key, column }, header) =>
        column === null
          ? t(`problems.${key}`)
          : t('problemAt', {
              column: header[column] || t('columnNumber', { number: column + 1 }),
              problem: t(`problems.${key}`),
            }),
    },
  });
}
