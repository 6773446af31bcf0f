import { FilesPanel } from '@/components/files/files-panel';
import type { CallViewer } from '@/lib/calls/visible-calls';
import { listFilesOfCustomer } from '@/lib/files/queries';

type FilesProps = { customerId: string; viewer: CallViewer; isEditable: boolean };

export async function Files({ customerId, viewer, isEditable }: FilesProps) {
  return <FilesPanel customerId={customerId} first={await listFilesOfCustomer(customerId, viewer)} isEditable={isEditable} />;
}
