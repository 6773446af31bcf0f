import type { ReactNode } from 'react';
import { AdminNavigation } from '@/components/admin/admin-navigation';

/** Only the way between the parts: each page asks for its own permission. */
export default function AdminLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <AdminNavigation />
      {children}
    </>
  );
}
