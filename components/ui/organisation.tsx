'use client';

import { useLocale } from 'next-intl';
import { createContext, type ReactNode, use, useMemo } from 'react';
import { createFormats, type OrganisationFacts } from './formats';

const OrganisationContext = createContext<OrganisationFacts>({ currency: 'EUR', timeZone: 'UTC' });

export function OrganisationProvider({ organisation, children }: { organisation: OrganisationFacts; children: ReactNode }) {
  return <OrganisationContext value={organisation}>{children}</OrganisationContext>;
}

/** Money, days and times as this organisation writes them, in the user's language. */
export function useFormats() {
  const locale = useLocale();
  const { currency, timeZone } = use(OrganisationContext);

  return useMemo(() => createFormats(locale, { currency, timeZone }), [locale, currency, timeZone]);
}

export function useOrganisation(): OrganisationFacts {
  return use(OrganisationContext);
}
