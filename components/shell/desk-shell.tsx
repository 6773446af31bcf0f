import { useTranslations } from 'next-intl';
import { type ReactNode, Suspense } from 'react';
import { PhoneDock } from '../calls/phone-dock';
import { InquiryHost } from '../inquiries/inquiry-host';
import { LiveProvider } from '../live/live-provider';
import { StayWhileAway } from '../live/stay-while-away';
import { ConnectionBanner } from '../softphone/connection-banner';
import type { DeskUser } from '../softphone/desk-context';
import { DeskProvider } from '../softphone/desk-provider';
import { OpenOnAnswer } from '../softphone/open-on-answer';
import type { OrganisationFacts } from '../ui/formats';
import { OrganisationProvider } from '../ui/organisation';
import { Toaster } from '../ui/toaster';
import { FollowSettings } from './follow-settings';
import { RememberList } from './list-return';
import { MainNavigation, type PlaceName } from './main-navigation';
import { TopBar } from './top-bar';

type DeskShellProps = {
  me: DeskUser & { email: string };
  /** Places of the navigation that this user may not go to. */
  hidden: PlaceName[];
  /** How many wait on the list of missed calls. */
  missedCalls: number;
  organisation: OrganisationFacts;
  children: ReactNode;
};

/** What stays while pages change: top bar, navigation, the phone, and the live connection under all of it. */
export function DeskShell({ me, hidden, missedCalls, organisation, children }: DeskShellProps) {
  const t = useTranslations('shell');

  return (
    <OrganisationProvider organisation={organisation}>
      <LiveProvider>
        <DeskProvider key={me.id} me={me}>
          <a
            href="#content"
            className="button button--primary sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-10"
          >
            {t('skip')}
          </a>
          <div className="flex h-dvh flex-col">
            <TopBar name={me.name} email={me.email} missedCalls={missedCalls} />
            <ConnectionBanner />
            <div className="flex min-h-0 flex-1 flex-col lg:grid lg:grid-cols-[var(--sidebar-width)_minmax(0,1fr)_var(--dock-width)] lg:grid-rows-[minmax(0,1fr)]">
              <MainNavigation hidden={hidden} />
              <main id="content" tabIndex={-1} className="relative min-h-0 flex-1 overflow-y-auto outline-none">
                {children}
              </main>
              <PhoneDock />
            </div>
          </div>
          <OpenOnAnswer />
          {me.mayRegister && <InquiryHost />}
          <FollowSettings />
          <StayWhileAway />
          <Toaster label={t('messages')} closeLabel={t('close')} />
          <Suspense>
            <RememberList />
          </Suspense>
        </DeskProvider>
      </LiveProvider>
    </OrganisationProvider>
  );
}
