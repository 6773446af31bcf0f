import type { ReactNode } from 'react';
import { AdminNavigation } from '@/components/admin/admin-navigation';
import { AllMessages } from '@/components/ui/all-messages';

/** Only the way between the parts: each page asks for its own permission. */
export default function AdminLayout({ children }: { children: ReactNode }) {
  return (
    <AllMessages>
      <AdminNavigation />
      {children}
    </AllMessages>
  );
}
