import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ImportProgress } from '@/components/customers/import/import-progress';
import { ImportSetup } from '@/components/customers/import/import-setup';
import { RefusalTable } from '@/components/customers/import/refusal-table';
import { LinkButton } from '@/components/ui/link-button';
import { pageUser } from '@/lib/auth/session';
import { now } from '@/lib/clock';
import { listFields } from '@/lib/customer-fields/queries';
import { guessSettings, previewImport } from '@/lib/customer-import/preview';
import { readKeptCells, readReasons } from '@/lib/customer-import/problem-list';
import { findImport, listRefusals } from '@/lib/customer-import/queries';
import { ImportId, StoredSettings } from '@/lib/customer-import/settings';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('customerImport'))('title') };
}

export default async function ImportPage({ params }: Props) {
  await pageUser('customer:import');
  const id = ImportId.safeParse((await params).id);
  const row = (id.success && (await findImport(id.data))) || notFound();
  const t = await getTranslations('customerImport');

  return (
    <div className="flex max-w-6xl flex-col gap-4 px-4 pb-16">
      <div className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-2 py-2">
        <h1 className="min-w-0 truncate font-semibold text-lg" title={row.fileName}>
          <bdi>{row.fileName}</bdi>
        </h1>
        <LinkButton href="/customers/import" intent="ghost">
          {t('toImports')}
        </LinkButton>
      </div>
      {row.state === 'uploaded' ? <Setup row={row} /> : <Report row={row} />}
    </div>
  );
}

type Row = NonNullable<Awaited<ReturnType<typeof findImport>>>;

async function Setup({ row }: { row: Row }) {
  if (!row.file) notFound();
  const own = await listFields();
  const settings = await guessSettings(row.file, row.settings, own);
  const preview = await previewImport(row.file, settings, own, now());

  return <ImportSetup importId={row.id} totalLines={row.totalLines} own={own} first={preview} />;
}

async function Report({ row }: { row: Row }) {
  const { settings, file, fileName: _, createdBy: __, ...progress } = row;
  const refusals = row.refusedCount > 0 ? await listRefusals(row.id) : [];
  const header = StoredSettings.safeParse(settings).data?.header ?? [];
  const lines = refusals.map(({ line, reason, text }) => ({ line, problems: readReasons(reason), cells: readKeptCells(text) }));

  return (
    <>
      <ImportProgress first={progress} isResumable={file !== null} />
      {lines.length > 0 && <RefusalTable importId={row.id} lines={lines} count={row.refusedCount} header={header} />}
    </>
  );
}
