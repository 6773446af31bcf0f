import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { Notice } from '@/components/auth/notice';
import { Button } from '@/components/ui/button';
import { signOut } from '@/lib/auth/actions';
import { pageUser } from '@/lib/auth/session';
import { findBoard } from '@/lib/points-of-sale/queries';

type Props = { params: Promise<{ pointOfSaleId: string }> };

const Params = z.object({ pointOfSaleId: z.uuid() });

async function board(params: Props['params']) {
  const user = await pageUser('point-of-sale:work');
  const { success, data } = Params.safeParse(await params);
  return (success && (await findBoard(user, data.pointOfSaleId))) || notFound();
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await board(params)).name };
}

export default async function BoardPage({ params }: Props) {
  const { name } = await board(params);
  const t = await getTranslations('errors');

  return (
    <main className="grid min-h-dvh place-items-center">
      <Notice title={t('boardTitle', { name })} hint={`${t('comesLater')} ${t('boardHint')}`}>
        <form action={signOut}>
          <Button type="submit">{t('signOut')}</Button>
        </form>
      </Notice>
    </main>
  );
}
