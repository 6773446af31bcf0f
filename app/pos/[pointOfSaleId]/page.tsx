import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { Board } from '@/components/board/board';
import { LiveProvider } from '@/components/live/live-provider';
import { OrganisationProvider } from '@/components/ui/organisation';
import { pageUser } from '@/lib/auth/session';
import { openBoard } from '@/lib/board/acts';
import { organisation } from '@/lib/organisation/queries';

type Props = { params: Promise<{ pointOfSaleId: string }> };

/** Read once for the title and the page. */
const open = cache(async (pointOfSaleId: string) => {
  const user = await pageUser('point-of-sale:work');
  const answer = await openBoard(user, pointOfSaleId);
  return answer.ok ? { user, board: answer.data } : notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await open((await params).pointOfSaleId)).board.pointOfSale.name };
}

export default async function BoardPage({ params }: Props) {
  const { user, board } = await open((await params).pointOfSaleId);
  const { currency, timeZone } = await organisation();

  return (
    <OrganisationProvider organisation={{ currency, timeZone }}>
      <LiveProvider>
        <Board initial={board} userId={user.id} />
      </LiveProvider>
    </OrganisationProvider>
  );
}
