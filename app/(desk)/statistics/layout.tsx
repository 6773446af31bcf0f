import type { ReactNode } from 'react';
import { AllMessages } from '@/components/ui/all-messages';

/** Only its words: each page asks for its own permission. */
export default function StatisticsLayout({ children }: { children: ReactNode }) {
  return <AllMessages>{children}</AllMessages>;
}
