import { redirect } from 'next/navigation';
import { homeOf } from '@/lib/auth/home';
import { currentUser } from '@/lib/auth/session';

export default async function Home() {
  const user = await currentUser();
  redirect(user ? homeOf(user) : '/sign-in');
}
