'use client';

import { AssignField } from './assign-field';
import { MissedCallHistory } from './missed-call-history';
import { MissedCallNotes } from './missed-call-notes';
import type { ListedMissedCall } from './use-live-call-backs';

type DetailsProps = { row: ListedMissedCall; mayAssign: boolean; writesNote: boolean };

/** What stands below a row that is opened: what was done about it, what was written, and who is to deal with it. */
export function MissedCallDetails({ row, mayAssign, writesNote }: DetailsProps) {
  return (
    <div className="grid @min-[60rem]:grid-cols-[minmax(0,1fr)_20rem]">
      <MissedCallHistory missedCallId={row.id} version={row.version} />
      <div className="flex flex-col gap-3 border-separator p-3 @max-[60rem]:border-t @min-[60rem]:border-s @min-[44rem]:@max-[60rem]:ps-14">
        {mayAssign && <AssignField key={row.assignee?.id ?? ''} missedCallId={row.id} assignee={row.assignee} />}
        <MissedCallNotes missedCallId={row.id} version={row.version} isWriting={writesNote} />
      </div>
    </div>
  );
}
