import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FieldList } from '@/components/admin/customer-fields/field-list';
import { pageUser } from '@/lib/auth/session';
import { listArchivedFields, listFields } from '@/lib/customer-fields/queries';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('customerFields'))('title') };
}

export default async function CustomerFieldsPage() {
  await pageUser('customer-field:edit');
  const [fields, archived] = await Promise.all([listFields(), listArchivedFields()]);

  return <FieldList fields={fields} archived={archived} />;
}
