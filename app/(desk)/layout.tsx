import type { ReactNode } from 'react';
import { DeskShell } from '@/components/shell/desk-shell';
import { may } from '@/lib/auth/roles';
import { pageUser } from '@/lib/auth/session';
import { organisation } from '@/lib/organisation/queries';

/** The shell only needs to know who sits here: each page asks for its own permission. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const user = await pageUser('desk:use');
  const { currency, timeZone } = await organisation();

  return (
    <DeskShell
      me={{ id: user.id, name: user.name, email: user.email }}
      isAdmin={may(user, 'administration:open')}
      organisation={{ currency, timeZone }}
    >
      {children}
    </DeskShell>
  );
}
