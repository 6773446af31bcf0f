import type { ReactNode } from 'react';
import { DeskShell } from '@/components/shell/desk-shell';
import { may } from '@/lib/auth/roles';
import { pageUser } from '@/lib/auth/session';
import { countListed } from '@/lib/missed-calls/queries';
import { missedCallViewer } from '@/lib/missed-calls/visible';
import { organisation } from '@/lib/organisation/queries';
import { findPhone } from '@/lib/users/find-phone';
import { deskSettings } from '@/lib/users/settings-queries';

/** The shell only needs to know who sits here: each page asks for its own permission. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const user = await pageUser('desk:use');
  const mayChooseNumber = may(user, 'call:choose-number');
  const [{ currency, timeZone }, settings, phone, missedCalls] = await Promise.all([
    organisation(),
    deskSettings(user.id, mayChooseNumber),
    findPhone(user.id),
    missedCallViewer(user).then(countListed),
  ]);

  return (
    <DeskShell
      me={{
        id: user.id,
        name: user.name,
        email: user.email,
        mayChooseNumber,
        mayRegister: may(user, 'interest:edit'),
        phone,
        ...settings,
      }}
      hidden={[
        ...(may(user, 'interest:read') ? [] : (['interests'] as const)),
        ...(may(user, 'statistics:read') ? [] : (['statistics'] as const)),
        ...(may(user, 'administration:open') ? [] : (['administration'] as const)),
      ]}
      missedCalls={missedCalls}
      organisation={{ currency, timeZone }}
    >
      {children}
    </DeskShell>
  );
}
